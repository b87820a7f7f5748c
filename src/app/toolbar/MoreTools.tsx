import { Ellipsis } from 'lucide-react'
import { type ReactNode, type ToggleEvent, useId, useRef } from 'react'

/** Between the button and the menu, in pixels. */
const gap = 4

/** Tools that stand in the toolbar where it has room, and on a phone in a menu in which each has its name. */
export function MoreTools({ children }: { readonly children: ReactNode }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  function place({ newState, currentTarget }: ToggleEvent<HTMLDivElement>): void {
    if (newState !== 'open') return
    const { bottom } = button.current!.getBoundingClientRect()
    currentTarget.style.insetBlockStart = `${bottom + gap}px`
    currentTarget.style.maxBlockSize = `${innerHeight - bottom - 2 * gap}px`
  }
  return (
    <>
      <button ref={button} type="button" className="button small more-tools-button" popoverTarget={id}>
        <Ellipsis aria-hidden size={16} /> More
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label="More tools"
        className="more-tools"
        onBeforeToggle={place}
        onClick={({ target, currentTarget }) => {
          // What was chosen is seen in the picture below; a menu of its own opens over this one.
          const chosen = (target as Element).closest('.more-tools > .tool-group > button')
          if (chosen && !chosen.hasAttribute('popovertarget') && currentTarget.matches(':popover-open'))
            currentTarget.hidePopover()
        }}
      >
        {children}
      </div>
    </>
  )
}
