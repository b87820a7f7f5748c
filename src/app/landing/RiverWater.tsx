import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useRef,
  useState,
} from 'react'
import type { NodeId } from '../../nn/graph'
import { pressedBy } from '../../ui/pressedBy'
import { useStore } from '../state/store'
import type { Course } from './river'
import { arcWords, ribbonWords, stripWords } from './riverWords'
import { useRiverTip } from './useRiverTip'

interface Props {
  readonly course: Course
  readonly width: number
  readonly isReached: (node: NodeId) => boolean
  /** Where what a ribbon comes from is opened. */
  readonly hrefOf: (node: NodeId) => string
  /** Where what a ribbon says is shown. */
  readonly frame: RefObject<HTMLElement | null>
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * The ribbons of a river: each says what it is where it is pointed at, tapped, or reached: by Tab one of them, by arrows
 * the others. A click or Enter opens what it comes from; a finger, which points at nothing before, only reads.
 */
export function RiverWater({ course: { ribbons, height }, width, isReached, hrefOf, frame }: Props) {
  const order = useStore((state) => state.axes)
  const { tell, hide } = useRiverTip(frame)
  const [at, setAt] = useState(0)
  const [{ press, clicked }] = useState(pressedBy)
  function step(event: KeyboardEvent<SVGElement>): void {
    if (event.key === 'Escape') return hide()
    if (!Object.hasOwn(steps, event.key)) return
    event.preventDefault()
    const next = Math.max(0, Math.min(ribbons.length - 1, at + steps[event.key]))
    event.currentTarget.querySelectorAll('g')[next].focus()
  }
  const open = (node: NodeId) => {
    location.hash = hrefOf(node)
  }
  const tapped = useRef('')
  /** What is pointed at or tapped tells it until something else is; tapped once more, it opens. */
  const told = (words: string, of: NodeId) => ({
    onPointerMove: (event: { clientX: number }) => tell(words, event),
    onClick: (event: MouseEvent) => {
      if (clicked() !== 'touch' || tapped.current === words) return open(of)
      tapped.current = words
      tell(words, event)
    },
  })
  return (
    <svg
      className="river-water"
      width={width}
      height={height}
      role="group"
      aria-label="Ribbons between the feature maps"
      onPointerDown={press}
      onPointerLeave={hide}
      onBlur={hide}
      onKeyDown={step}
    >
      {ribbons.map((ribbon, i) => {
        const words = ribbonWords(ribbon, order)
        return (
          <g
            key={i}
            role="link"
            tabIndex={i === at ? 0 : -1}
            aria-label={words}
            className={isReached(ribbon.of) ? undefined : 'river-ahead'}
            onKeyDown={({ key }) => key === 'Enter' && open(ribbon.of)}
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
                {...told(stripWords(ribbon, strip, order), ribbon.of)}
              />
            ))}
            {ribbon.arc !== null && (
              <path d={ribbon.arc} className="river-arc" {...told(arcWords(ribbon, order), ribbon.of)} />
            )}
          </g>
        )
      })}
    </svg>
  )
}
