import { lettersIn } from '../../nn/letters'
import type { GraphNode } from '../../nn/graph'
import './formulas.css'

/** A formula in letters; an index written as a capital stands below. */
export function Formula({ text }: { readonly text: string }) {
  return (
    <span className="formula">
      {text.split(/(?<=k)([HW])(?![a-z′])/).map((part, i) => (i % 2 ? <sub key={i}>{part}</sub> : part))}
    </span>
  )
}

interface LettersProps {
  readonly formulas: readonly string[]
  readonly node: GraphNode
}

/** What every letter of some formulas stands for, and its number here. */
export function Letters({ formulas, node }: LettersProps) {
  const letters = lettersIn(formulas, node)
  if (letters.length === 0) return null
  return (
    <dl className="letters small-text" aria-label="Letters">
      {letters.map(({ letter, meaning, value }) => (
        <div key={letter}>
          <dt>
            <Formula text={letter} />
          </dt>
          <dd>
            {meaning} <b>{value}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
