import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { NodeId } from '../../nn/graph'
import { createTip, type Tip } from '../../ui/tip'
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
    const made = createTip(frame.current!)
    tip.current = made
    return () => made.remove()
  }, [frame])
  /** @param at the place in the window that is pointed at */
  function tell(words: string, at: { readonly clientX: number; readonly clientY: number }): void {
    const { left, top } = frame.current!.getBoundingClientRect()
    tip.current?.show(words, at.clientX - left, at.clientY - top)
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
    onPointerMove: (event: { clientX: number; clientY: number }) => tell(words, event),
    onClick: (event: { clientX: number; clientY: number }) => tell(words, event),
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
              const { left, bottom } = currentTarget.getBoundingClientRect()
              tell(words, { clientX: left, clientY: bottom })
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
