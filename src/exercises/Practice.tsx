import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { NumberQuestion } from './NumberQuestion'
import { exercise, type PracticeName } from './practice'

/** The same question with other numbers, as often as one likes; variant n is the same for everybody. */
export function PracticeQuestion({ id, name }: { readonly id: string; readonly name: PracticeName }) {
  const [variant, setVariant] = useState(1)
  const { ask, answer, unit, mistakes, worked } = exercise(name, variant)
  return (
    <div className="practice">
      <NumberQuestion
        key={variant}
        id={`${id} ${variant}`}
        ask={ask}
        answer={answer}
        unit={unit}
        mistakes={mistakes}
      >
        {worked.map((line) => (
          <p key={line} className="arithmetic">
            {line}
          </p>
        ))}
      </NumberQuestion>
      <button type="button" className="button small" onClick={() => setVariant(variant + 1)}>
        <RefreshCw aria-hidden size={14} /> Other numbers <span className="soft">(variant {variant})</span>
      </button>
    </div>
  )
}
