import { scaleLinear } from 'd3'
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { count, measured, short } from './format'
import './histogram.css'

interface Props {
  /** What the bars count: `weights`. */
  readonly of: string
  /** Bin i holds values from `from + i·step` up to, without it, `from + (i + 1)·step`. */
  readonly from: number
  readonly step: number
  readonly counts: readonly number[]
}

/** Height of the bars in CSS pixels. */
const tall = 112

/** Equal bins as bars with both axes. One tab stop: the arrow keys go from bar to bar, as the pointer does. */
export function Histogram({ of, from, step, counts }: Props) {
  const box = useRef<HTMLElement>(null)
  const [size, setSize] = useState({ width: 320, font: 13 })
  const [pointed, setPointed] = useState<number | null>(null)
  const tallest = counts.indexOf(Math.max(...counts))
  const bar = Math.min(pointed ?? tallest, counts.length - 1)

  useLayoutEffect(() => {
    const element = box.current!
    const measure = () =>
      setSize({ width: element.clientWidth, font: parseFloat(getComputedStyle(element).fontSize) })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const { width, font } = size
  const gutter = font * 3.4
  const top = font * 0.7
  const x = scaleLinear([from, from + step * counts.length], [gutter, Math.max(gutter + 1, width - font)])
  const y = scaleLinear([0, counts[tallest]], [top + tall, top])
  const base = top + tall
  const heights = y.ticks(3).filter(Number.isInteger)
  const texts = x.ticks(Math.max(2, Math.floor((width - gutter) / (font * 6))))
  const words = (i: number) =>
    `from ${measured(from + i * step)} to ${measured(from + (i + 1) * step)}: ${count(counts[i])} ${of}`

  function point(event: PointerEvent<SVGSVGElement>) {
    const edge = event.currentTarget.getBoundingClientRect()
    const value = x.invert(((event.clientX - edge.left) / edge.width) * width)
    setPointed(Math.max(0, Math.min(counts.length - 1, Math.floor((value - from) / step))))
  }

  function press(event: KeyboardEvent) {
    const last = counts.length - 1
    const next: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(last, bar + 1),
      ArrowUp: Math.min(last, bar + 1),
      ArrowLeft: Math.max(0, bar - 1),
      ArrowDown: Math.max(0, bar - 1),
      Home: 0,
      End: last,
    }
    if (!(event.key in next)) return
    event.preventDefault()
    setPointed(next[event.key])
  }

  return (
    <figure className="histogram small-text" ref={box}>
      <svg
        width={width}
        height={base + font * 1.8}
        role="slider"
        tabIndex={0}
        aria-label={`Histogram: how many ${of} have each value`}
        aria-valuemin={0}
        aria-valuemax={counts.length - 1}
        aria-valuenow={bar}
        aria-valuetext={words(bar)}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={press}
      >
        {heights.map((height) => (
          <g key={height}>
            <line className="histogram-line" x1={gutter} x2={width - font} y1={y(height)} y2={y(height)} />
            <text x={gutter - font / 2} y={y(height)} dy="0.35em" textAnchor="end">
              {short(height)}
            </text>
          </g>
        ))}
        {counts.map((amount, i) => (
          <rect
            key={i}
            className={i === pointed ? 'histogram-bar pointed' : 'histogram-bar'}
            x={x(from + i * step)}
            width={Math.max(1, x(from + (i + 1) * step) - x(from + i * step) - 1)}
            // A single value beside a million is still a line.
            y={amount === 0 ? base : Math.min(base - 1, y(amount))}
            height={amount === 0 ? 0 : Math.max(1, base - y(amount))}
          />
        ))}
        {x.domain()[0] < 0 && x.domain()[1] > 0 && (
          <line className="histogram-zero" x1={x(0)} x2={x(0)} y1={top} y2={base} />
        )}
        {texts.map((value) => (
          <text key={value} x={x(value)} y={base + font * 1.3} textAnchor="middle">
            {measured(value)}
          </text>
        ))}
      </svg>
      <figcaption>
        {pointed === null ? 'Tallest bar: ' : ''}
        {words(bar)}
      </figcaption>
    </figure>
  )
}
