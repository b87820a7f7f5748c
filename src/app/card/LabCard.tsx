import { useContext, useEffect, useMemo, useState } from 'react'
import type { LayerCardProps } from '../../lab/shared/layers'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { HiddenContext } from '../state/hiddenNumbers'
import { isByKey } from './card'

const layerCard = loadable(() => import('./LayerCard').then((m) => m.LayerCard))

/** What a layer of a lab's picture is: what it does, its shape and its sums. Nothing runs there. */
export function LabCard({ graph, node, diagram, expanded, onSelect }: LayerCardProps) {
  const asks = useContext(HiddenContext).size > 0
  const figure = useMemo(() => ({ current: diagram.current?.element() ?? null }), [diagram])
  const [byKey, setByKey] = useState(0)
  useEffect(() => {
    // A slider may bring a layer back whose card was open, and keeps the focus.
    if (figure.current?.contains(document.activeElement) && isByKey()) setByKey((count) => count + 1)
  }, [figure, node.id])
  const close = () => onSelect(null)
  return (
    <Part
      name="The card of this layer"
      of={layerCard}
      with={{
        ...{ graph, node, diagram, figure, expanded, onSelect, byKey, side: 'left' as const },
        ...{ onClose: close, hidden: asks ? ('all' as const) : undefined },
      }}
      onClose={close}
    />
  )
}
