import { useContext, useMemo } from 'react'
import type { LayerCardProps } from '../../lab/shared/layers'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { HiddenContext } from '../state/hiddenNumbers'

const layerCard = loadable(() => import('./LayerCard').then((m) => m.LayerCard))

/** What a layer of a lab's picture is: what it does, its shape and its sums. Nothing runs there. */
export function LabCard({ graph, node, diagram, expanded, onSelect }: LayerCardProps) {
  const asks = useContext(HiddenContext).size > 0
  const figure = useMemo(() => ({ current: diagram.current?.element() ?? null }), [diagram])
  const close = () => onSelect(null)
  return (
    <Part
      name="The card of this layer"
      of={layerCard}
      with={{
        ...{ graph, node, diagram, figure, expanded, onSelect, side: 'left' as const },
        ...{ onClose: close, hidden: asks ? ('all' as const) : undefined },
      }}
      onClose={close}
    />
  )
}
