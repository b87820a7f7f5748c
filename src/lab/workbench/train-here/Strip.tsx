import { useEffect, useMemo, useRef } from 'react'
import { percent } from '../../../ui/format'
import { TableScroll } from '../../shared/TableScroll'
import { shapes, side } from '../../shared/drawings/drawings'
import type { Kind } from '../../../ui/look'
import { kinds } from '../../shared/drawings/networks'
import { shown, testDrawings } from './job'
import { Sign } from './Results'
import type { Runs } from './useTraining'
import { contextOf } from '../../../ui/canvas'

/** Some of the test drawings and what each network takes them for now. */
export function Strip({ seed, runs }: { readonly seed: number; readonly runs: Runs }) {
  const { pixels, labels } = useMemo(() => testDrawings(seed, shown), [seed])
  return (
    <TableScroll label="Test drawings and what the networks take them for">
      <table className="train-strip small-text">
        <thead>
          <tr>
            <th scope="col">shown</th>
            {labels.map((label, i) => (
              <th scope="col" key={i}>
                <Picture values={pixels.subarray(i * side * side, (i + 1) * side * side)} />
                <span>{shapes[label].name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <Guesses key={kind} kind={kind} labels={labels} runs={runs} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

interface GuessesProps {
  readonly kind: Kind
  readonly labels: readonly number[]
  readonly runs: Runs
}

function Guesses({ kind, labels, runs }: GuessesProps) {
  const guesses = runs[kind]?.guesses ?? []
  return (
    <tr>
      <th scope="row">
        <Sign kind={kind} /> {kind}
      </th>
      {labels.map((label, i) => {
        const guess = guesses[i]
        if (!guess) return <td key={i}>–</td>
        const right = guess.label === label
        return (
          <td key={i} className={right ? 'right' : 'wrong'} title={percent(guess.share)}>
            <span aria-hidden>{right ? '✓ ' : '✗ '}</span>
            {shapes[guess.label].name}
          </td>
        )
      })}
    </tr>
  )
}

/** A drawing in gray, −1 black and 1 white; its name stands below it. */
function Picture({ values }: { readonly values: Float32Array }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = contextOf(canvas.current!)
    const image = context.createImageData(side, side)
    values.forEach((value, i) => {
      const grey = 127.5 + 80 * value
      image.data.set([grey, grey, grey, 255], 4 * i)
    })
    context.putImageData(image, 0, 0)
  }, [values])
  return <canvas ref={canvas} width={side} height={side} aria-hidden />
}
