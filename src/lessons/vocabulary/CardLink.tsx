import { Popover } from 'radix-ui'
import { type MouseEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'

interface Props {
  readonly className: string
  readonly href: string
  /** Where the link goes, in words. */
  readonly leadsTo: string
  /** What the card is about. */
  readonly name: string
  readonly card: ReactNode
  readonly children: ReactNode
}

/** How long a pointer rests before a card opens, and is away before it closes, in milliseconds. */
const rest = { on: 150, off: 120 } as const

/**
 * Words with a card. It opens in place: under a pointer and the focus for as long as they stay, and on a click, a tap or
 * Enter until Escape or a click elsewhere. The card leads on; so does a click that asks for a tab of its own.
 */
export function CardLink({ className, href, leadsTo, name, card, children }: Props) {
  const [open, setOpen] = useState<'passing' | 'kept' | null>(null)
  const words = useRef<HTMLAnchorElement>(null)
  const content = useRef<HTMLDivElement>(null)
  /** It was opened by Enter: the focus goes into the card, and back afterwards. */
  const byKey = useRef(false)
  /** The pointer has moved on the words: what only comes to lie under one that rests stays closed. */
  const moved = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = (then: () => void, after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(then, after)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  /** After Enter the focus goes to what leads on; what only passes by must not take it. */
  const moveIn = () => {
    if (open === 'kept' && byKey.current) content.current?.querySelector('a')?.focus()
  }
  useEffect(moveIn, [open])

  const enter = () => later(() => setOpen((now) => now ?? 'passing'), rest.on)
  const stay = () => clearTimeout(timer.current)
  const leave = () => later(() => setOpen((now) => (now === 'passing' ? null : now)), rest.off)
  function move(event: PointerEvent): void {
    if (moved.current || event.pointerType !== 'mouse') return
    moved.current = true
    enter()
  }

  function keep(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    clearTimeout(timer.current)
    byKey.current = event.detail === 0
    setOpen(open === 'kept' ? null : 'kept')
  }

  return (
    <Popover.Root open={open !== null} onOpenChange={(is) => !is && setOpen(null)}>
      <Popover.Anchor asChild>
        <a
          ref={words}
          className={className}
          href={href}
          aria-haspopup="dialog"
          aria-expanded={open !== null}
          data-state={open === null ? 'closed' : 'open'}
          onPointerMove={move}
          onPointerLeave={() => {
            moved.current = false
            leave()
          }}
          onFocus={(event) => event.currentTarget.matches(':focus-visible') && enter()}
          onBlur={leave}
          onClick={keep}
        >
          {children}
        </a>
      </Popover.Anchor>
      {open !== null && (
        <Popover.Portal>
          <Popover.Content
            ref={content}
            className="hover-card"
            aria-label={name}
            // A clicker turns the slide from here, too.
            data-keys
            sideOffset={4}
            collisionPadding={8}
            onPointerEnter={stay}
            onPointerLeave={leave}
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              moveIn()
            }}
            onInteractOutside={(event) => {
              if (words.current?.contains(event.target as Node)) event.preventDefault()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              if (byKey.current) words.current?.focus()
              byKey.current = false
            }}
            // It closes the card and nothing else, such as the slides.
            onEscapeKeyDown={(event) => event.stopPropagation()}
          >
            {card}
            <a className="link small-text" href={href}>
              In {leadsTo}
            </a>
          </Popover.Content>
        </Popover.Portal>
      )}
    </Popover.Root>
  )
}
