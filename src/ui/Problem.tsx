import type { ReactNode } from 'react'

/** What did not come or broke, in a sentence, and a way to ask for it again. */
export function Problem({
  children,
  onRetry,
}: {
  readonly children: ReactNode
  readonly onRetry: () => void
}) {
  return (
    <p className="problem" role="alert">
      {children}{' '}
      <button type="button" className="button small" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
