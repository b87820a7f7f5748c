import { Check, X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import './exercises.css'

interface Props {
  readonly ask: ReactNode
  /** Null until something was answered. */
  readonly right: boolean | null
  /** What is said to the answer. */
  readonly feedback?: ReactNode
  /** Shown once the answer is out. */
  readonly explanation?: ReactNode
  readonly children: ReactNode
}

/** A question with its controls, and below them what became of the answer. */
export function Frame({ ask, right, feedback, explanation, children }: Props) {
  const id = useId()
  return (
    <section className="question" aria-labelledby={id} data-right={right ?? undefined}>
      <p id={id} className="question-ask">
        {ask}
      </p>
      {children}
      <div role="status" className="question-feedback">
        {right !== null && (
          <p className={right ? 'verdict right' : 'verdict wrong'}>
            {right ? <Check aria-hidden size={18} /> : <X aria-hidden size={18} />}
            <span>{feedback}</span>
          </p>
        )}
        {explanation}
      </div>
    </section>
  )
}
