import { useEffect, useState } from 'react'
import { measured } from '../../ui/format'
import type { Finished } from '../run/session'
import { type Apart, apart } from './apart'
import type { Comparison } from './comparison'
import { show } from './show'

interface Props {
  readonly comparison: Comparison
  readonly runs: readonly [Finished | null, Finished | null]
  /** What is chosen on the left. */
  readonly chosen: string | undefined
}

/** How far the weights of two checkpoints lie apart, layer by layer; a layer leads to its maps. */
export function WeightsApart({ comparison, runs: [one, other], chosen }: Props) {
  const { diff } = comparison
  const [read, setRead] = useState<{
    readonly of: readonly unknown[]
    readonly layers: readonly Apart[]
    readonly isWhole: boolean
  } | null>(null)
  const [left, right] = [one?.result.trace, other?.result.trace]
  useEffect(() => {
    if (!left || !right) return
    let isOver = false
    const of = [left, right]
    const readAll = async () => {
      const layers: Apart[] = []
      for await (const layer of apart(diff, left, right)) {
        if (isOver) return
        layers.push(layer)
        if (layers.length % 16 === 0) setRead({ of, layers: [...layers], isWhole: false })
      }
      setRead({ of, layers, isWhole: true })
    }
    // A newer run makes reading this one impossible, and brings weights of its own.
    readAll().catch(() => {})
    return () => {
      isOver = true
    }
  }, [diff, left, right])
  const shown = read && read.of[0] === left && read.of[1] === right ? read : null
  if (!shown) return null
  const { layers, isWhole } = shown
  const most = Math.max(...layers.map(({ relative }) => relative))
  return (
    <>
      <h3>How far the weights are apart</h3>
      {isWhole && layers.length === 0 ? (
        <p>No layer has weights of the same shape in both networks.</p>
      ) : most === 0 && isWhole ? (
        <p>All weights that both networks have are equal, to the last bit.</p>
      ) : (
        <>
          <p className="soft small-text">
            The norm of the difference of a layer’s weights, divided by the norm of the left ones; running
            statistics are among them. A layer leads to its maps.
          </p>
          <ol className="apart">
            {layers.map(({ left: id, relative, largest }) => (
              <li key={id} aria-current={id === chosen || undefined}>
                <button type="button" className="link" onClick={() => show('left', id)}>
                  {id}
                </button>
                <span className="share-bar" aria-hidden>
                  <span style={{ inlineSize: `${most > 0 ? (relative / most) * 100 : 0}%` }} />
                </span>
                <b title={`The largest difference of two values is ${measured(largest)}.`}>
                  {measured(relative)}
                </b>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
