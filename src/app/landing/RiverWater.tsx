import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { NodeId } from '../../nn/graph'
import { type Tip, tipWhenShown } from '../../ui/tipWhenShown'
import { useStore } from '../state/store'
import type { Course } from './river'
import { arcWords, ribbonWords, stripWords } from './riverWords'

interface Props {
  readonly course: Course
  readonly width: number
  readonly isReached: (node: NodeId) => boolean
  /** Where what a ribbon says is shown. */
  readonly frame: RefObject<HTMLElement | null>
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** The ribbons of a river: each says what it is where it is pointed at, tapped, or reached: by Tab one of them, by arrows the others. */
export function RiverWater({ course: { ribbons, height }, width, isReached, frame }: Props) {
  const order = useStore((state) => state.axes)
  const tip = useRef<Tip>(null)
  const [at, setAt] = useState(0)
  useEffect(() => {
    const made = tipWhenShown(frame.current!)
    tip.current = made
    return () => made.remove()
  }, [frame])
  /** Above or below all maps, which are what it is about. @param at the place in the window that is pointed at */
  function tell(words: string, at: { readonly clientX: number }): void {
    const { left, width, height } = frame.current!.getBoundingClientRect()
    const maps = { x: 0, y: 0, width, height }
    tip.current?.show({ words, about: { ...maps, x: at.clientX - left, width: 0 }, others: [maps] })
  }
  const hide = () => tip.current?.hide()
  function step(event: KeyboardEvent<SVGElement>): void {
    if (event.key === 'Escape') return hide()
    if (!Object.hasOwn(steps, event.key)) return
    event.preventDefault()
    const next = Math.max(0, Math.min(ribbons.length - 1, at + steps[event.key]))
    event.currentTarget.querySelectorAll('g')[next].focus()
  }
  /** What is pointed at or tapped tells it until something else is. */
  const told = (words: string) => ({
    onPointerMove: (event: { clientX: number }) => tell(words, event),
    onClick: (event: { clientX: number }) => tell(words, event),
  })
  return (
    <svg
      className="river-water"
      width={width}
      height={height}
      role="group"
      aria-label="Ribbons between the feature maps"
      onPointerLeave={hide}
      onBlur={hide}
      onKeyDown={step}
    >
      {ribbons.map((ribbon, i) => {
        const words = ribbonWords(ribbon, order)
        return (
          <g
            key={i}
            role="img"
            tabIndex={i === at ? 0 : -1}
            aria-label={words}
            className={isReached(ribbon.of) ? undefined : 'river-ahead'}
            onFocus={({ currentTarget }) => {
              setAt(i)
              // A finger or a mouse says where it is.
              if (!currentTarget.matches(':focus-visible')) return
              tell(words, { clientX: currentTarget.getBoundingClientRect().left })
            }}
          >
            {ribbon.strips.map((strip, k) => (
              <path
                key={k}
                d={strip.outline}
                style={
                  {
                    '--strip': strip.path === null ? 'var(--ink-soft)' : `var(--path-${strip.path + 1})`,
                  } as CSSProperties
                }
                {...told(stripWords(ribbon, strip, order))}
              />
            ))}
            {ribbon.arc !== null && (
              <path d={ribbon.arc} className="river-arc" {...told(arcWords(ribbon, order))} />
            )}
          </g>
        )
      })}
    </svg>
  )
}
