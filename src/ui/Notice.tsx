import { Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly kind?: 'error' | 'notice'
  readonly children: ReactNode
  readonly onDismiss?: () => void
}

/** A sentence that the reader should not miss; the icon says what the colour says. */
export function Notice({ kind = 'notice', children, onDismiss }: Props) {
  return (
    <div className={kind === 'error' ? 'notice error' : 'notice'}>
      {kind === 'error' ? (
        <TriangleAlert aria-label="Problem:" size={18} />
      ) : (
        <Info aria-label="Note:" size={18} />
      )}
      <div>{children}</div>
      {onDismiss && (
        <button type="button" className="button quiet icon small" aria-label="Dismiss" onClick={onDismiss}>
          <X aria-hidden size={16} />
        </button>
      )}
    </div>
  )
}
