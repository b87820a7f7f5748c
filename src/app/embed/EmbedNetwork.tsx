import { useEffect, useRef } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { closeCard, openCard, useCard } from '../card/card'
import { Stage } from '../explorer/Stage'
import { useHead } from '../page/useHead'
import { networkOf } from '../state/network'
import { useStore } from '../state/store'
import { graphBeside } from '../trained/base'

const comparison = loadable(() => import('../compare/CompareStage').then((m) => m.CompareStage))
const cardHost = loadable(() => import('../card/CardHost').then((m) => m.CardHost))

const whole = { on: null }
const openLeft = () => openCard('left')

/** The network that the address names, or two of them, and the card of the layer that is chosen. */
export function EmbedNetwork() {
  const { network, options, edits } = useStore()
  const beside = useStore((state) => state.beside)
  const { graph } = networkOf(network, options, edits)
  const other = beside === null ? null : graphBeside(beside, options)
  const diagram = useRef<DiagramHandle>(null)
  const figure = useRef<HTMLElement>(null)
  const hasCard = useCard((state) => state.of !== null)
  useHead(`${graph.architecture.title} · Layerwise`)
  useEffect(() => closeCard, [])
  return (
    <main ref={figure} className="embed-network">
      {other ? (
        <Part
          name="The comparison"
          of={comparison}
          with={{ left: graph, right: other, onChoose: openCard }}
          about={other.architecture.id}
          waiting={<div className="stage" aria-busy />}
        />
      ) : (
        <Stage graph={graph} diagram={diagram} frame={whole} onChoose={openLeft} />
      )}
      {hasCard && (
        <Part
          name="The card of this layer"
          of={cardHost}
          with={{ left: graph, right: other, diagram, figure }}
          onClose={closeCard}
        />
      )}
    </main>
  )
}
