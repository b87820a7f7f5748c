import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Breakable } from './Breakable'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** One sentence under the title. */
  readonly about?: ReactNode
  /** Keeps its height while its content changes. */
  readonly tall?: boolean
  /** Takes more of a wide screen. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A modal dialog: focus stays inside, Escape closes it, and focus goes back to where it came from. */
export function Dialog({ open, onClose, title, about, tall, wide, children }: Props) {
  // Radix gives the focus back to a trigger of its own, which these dialogs, fetched when first opened, do not have.
  const [cameFrom] = useState(() => document.activeElement)
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className={`dialog${tall ? ' tall' : ''}${wide ? ' wide' : ''}`}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (cameFrom instanceof HTMLElement && cameFrom !== document.body) cameFrom.focus()
            // A dialog that an address opened came from nowhere; the graph is the middle of the page.
            else document.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')?.focus()
          }}
          {...(!about && { 'aria-describedby': undefined })}
        >
          <div className="dialog-head">
            <div>
              <Radix.Title>
                <Breakable text={title} />
              </Radix.Title>
              {about && <Radix.Description className="soft">{about}</Radix.Description>}
            </div>
            <Radix.Close className="button quiet icon" aria-label="Close">
              <X aria-hidden size={20} />
            </Radix.Close>
          </div>
          <div className="dialog-body">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * Focuses what the dialog marks with `data-first`, else its first control. React's own autoFocus would come too
 * early: the dialog would take the field for the place to give the focus back to.
 */
function focusFirst(event: Event): void {
  const first = (event.currentTarget as HTMLElement | null)?.querySelector<HTMLElement>('[data-first]')
  if (!first) return
  event.preventDefault()
  first.focus()
}
