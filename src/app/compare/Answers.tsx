import { ranked } from '../../nn/ranked'
import { percent } from '../../ui/format'
import { areProbabilities, worthShowing } from '../inspector/top'
import type { Finished } from '../run/session'
import { classInWords } from '../trained/classWords'
import { Key } from './Totals'

/** So many of each network are shown. */
const shown = 4

interface Props {
  readonly runs: readonly [Finished | null, Finished | null]
  readonly names: readonly [left: string, right: string]
}

/** The likeliest classes of both networks, each with both of its probabilities. */
export function Answers({ runs: [one, other], names }: Props) {
  const outputs = [one?.result.output, other?.result.output] as const
  const [left, right] = outputs
  if (!left || !right || left.length !== right.length || left.length < 2) return null
  if (!areProbabilities(left) || !areProbabilities(right)) return null
  const [named, others] = [one, other].flatMap((run) => {
    const classes = (run?.given ?? run?.trained)?.classes
    return classes?.length === left.length ? [classes] : []
  })
  // Equally many that are something else have no rows in common.
  if (others?.some((name, i) => name !== named[i])) return null
  const best = [left, right].flatMap((output) =>
    worthShowing(ranked(output, shown)).map(({ index }) => index),
  )
  const most = (index: number) => Math.max(left[index], right[index])
  const classes = [...new Set(best)].sort((a, b) => most(b) - most(a))
  return (
    <table className="answers small-text">
      <caption>Class probabilities for this image, most likely first</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">class</span>
          </th>
          {names.map((name, i) => (
            <th key={i} scope="col">
              <Key side={i === 0 ? 'left' : 'right'} /> {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((index) => (
          <tr key={index}>
            <th scope="row">
              {named?.[index] === undefined ? `class ${index}` : classInWords(named[index])}
            </th>
            {[left, right].map((output, i) => (
              <td key={i}>
                <span className="share-bar" aria-hidden>
                  <span style={{ inlineSize: `${output[index] * 100}%` }} />
                </span>
                <b>{percent(output[index])}</b>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
