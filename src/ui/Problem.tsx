import { X } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  readonly onRetry: () => void
  /** Absent where the sentence stands in a place that stays. */
  readonly onClose?: () => void
}

/** What did not come or broke, in a sentence, and a way to ask for it again. */
export function Problem({ children, onRetry, onClose }: Props) {
  return (
    <p className={onClose ? 'problem problem-apart' : 'problem'} role="alert">
      {children}{' '}
      <button type="button" className="button small" onClick={onRetry}>
        Try again
      </button>
      {onClose && (
        <button type="button" className="button quiet icon small" aria-label="Dismiss" onClick={onClose}>
          <X aria-hidden size={16} />
        </button>
      )}
    </p>
  )
}
