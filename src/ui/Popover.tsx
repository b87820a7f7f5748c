import { type CSSProperties, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'

interface Props {
  /** What the button shows. */
  readonly button: ReactNode
  /** The name of the panel, and of the button where that is a picture. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** In pixels, between the button and its panel, and between the panel and the edge of the window. */
const gap = 4

/** A panel with less room than this goes where there is more, in pixels. */
const roomy = 240

/** Windows below this have no room beside a panel, in pixels. */
const narrow = 480

/**
 * A panel that opens below its button, or above it at the bottom of the window, over everything. The browser's own
 * popover: Escape and a click elsewhere close it, and focus goes back to the button. What it holds is made when it is
 * first opened.
 */
export function Popover({ button, label, className = 'button small', children }: Props) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const [place, setPlace] = useState<CSSProperties | null>(null)
  /** What was shown once stays: a dialog that it opened may stand while it is closed. */
  const [wasOpened, setOpened] = useState(false)

  function follow(event: ToggleEvent<HTMLDivElement>): void {
    if (event.newState !== 'open') return setPlace(null)
    setOpened(true)
    const { top, bottom, left, right } = trigger.current!.getBoundingClientRect()
    // As wide as a phone, and elsewhere on the side of the window on which there is more room.
    const across =
      innerWidth < narrow
        ? { left: gap, right: gap, width: 'auto' }
        : left + right > innerWidth
          ? { right: Math.max(gap, innerWidth - right), left: 'auto' }
          : { left: Math.max(gap, left), right: 'auto' }
    const below = innerHeight - bottom - 2 * gap
    const above = top - 2 * gap
    // Above the button only where there is little room below it.
    const along =
      below < roomy && above > below
        ? { top: 'auto', bottom: innerHeight - top + gap, maxHeight: above }
        : { top: bottom + gap, bottom: 'auto', maxHeight: below }
    setPlace({ ...along, ...across })
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={place !== null}
        popoverTarget={id}
        title={label}
      >
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="popover"
        style={place ?? undefined}
        onBeforeToggle={follow}
      >
        {wasOpened && children}
      </div>
    </>
  )
}
