import { useState } from 'react'
import { measured } from '../../ui/format'
import { Segmented } from '../../ui/Segmented'
import { useGiven } from '../given/given'
import type { Comparison } from './comparison'
import { useReadingOf } from './reading'
import { show } from './show'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly comparison: Comparison
  /** What is chosen on the left. */
  readonly chosen: string | null | undefined
  /** A layer of the list was asked for. */
  readonly onShow?: () => void
}

/** How far the weights of two checkpoints lie apart, layer by layer; a layer leads to its maps. */
export function WeightsApart({ comparison, chosen, onShow }: Props) {
  const { diff } = comparison
  const reading = useReadingOf(diff)
  const [order, setOrder] = useState<'depth' | 'distance'>('depth')
  const given = useGiven(({ all }) => all.find(({ network }) => network === diff.left.graph.architecture.id))
  if (!reading) return null
  const { layers, isWhole } = reading
  const most = Math.max(...layers.map(({ relative }) => relative))
  const sorted = order === 'depth' ? layers : [...layers].sort((a, b) => b.relative - a.relative)
  return (
    <>
      <h3>How far apart the weights are</h3>
      {isWhole && layers.length === 0 ? (
        <p>No layer has weights of the same shape in both networks.</p>
      ) : most === 0 && isWhole ? (
        <p>Wherever the two networks share a layer, their weights are equal, to the last bit.</p>
      ) : (
        <>
          <p className="soft small-text">
            For each layer, the norm of the difference between its weights in the two networks, divided by the
            norm of the weights on the left; running statistics are included. Choose a layer to see its maps.
          </p>
          <Segmented
            small
            legend="Order of the layers"
            value={order}
            onChange={setOrder}
            choices={[
              { value: 'depth', label: 'by depth' },
              { value: 'distance', label: 'farthest first' },
            ]}
          />
          <ol className="apart">
            {sorted.map(({ left: id, relative, largest }) => {
              const tensor = given?.tensorOf(id)
              return (
                <li key={id} aria-current={id === chosen || undefined}>
                  <span>
                    <button
                      type="button"
                      className="link"
                      onClick={() => {
                        show('left', id)
                        onShow?.()
                      }}
                    >
                      <Breakable text={id} />
                    </button>
                    {tensor !== undefined && (
                      <code className="soft small-text">
                        <Breakable text={tensor} />
                      </code>
                    )}
                  </span>
                  <span className="share-bar" aria-hidden>
                    <span style={{ inlineSize: `${most > 0 ? (relative / most) * 100 : 0}%` }} />
                  </span>
                  <b title={`The largest difference between two values is ${measured(largest)}.`}>
                    {measured(relative)}
                  </b>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </>
  )
}
