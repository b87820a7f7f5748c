import { type PointerEvent, useId } from 'react'
import { useBox } from '../../ui/useBox'

interface Props {
  readonly title: string
  /** What the numbers on the axis are. */
  readonly axis: string
  readonly names: readonly [left: string, right: string]
  /** A value for every step of depth; null where a network has none. */
  readonly left: readonly (number | null)[]
  readonly right: readonly (number | null)[]
  /** As written on the axis. */
  readonly format: (value: number) => string
  /** From 0 to this; without it, as far as the values go, and by powers of ten where they differ much. */
  readonly top?: number
  /** The step that is chosen, from 0; between two of them, half way. */
  readonly at: number
  readonly onPick: (step: number) => void
  readonly onHover: (step: number | null) => void
}

/** Two bars that can be told apart, in pixels: 55 depths fit into the panel at its narrowest. */
const narrowest = 3.5

/** Values that differ by more than this are shown by powers of ten. */
const wide = 30

/** Two bars for every step of depth: the left network's filled, the right one's hollow. */
export function DepthChart({ title, axis, names, left, right, format, top, at, onPick, onHover }: Props) {
  const id = useId()
  const { ref, width, text } = useBox()
  const gutter = text * 4.25
  const height = text * 8.5
  const steps = left.length
  const pitch = Math.max(narrowest, (Math.max(width, 1) - gutter - 4) / Math.max(steps, 1))
  const bar = Math.max(1.5, Math.min(10, pitch * 0.4))
  // Between two steps it marks neither of their bars.
  const here = Number.isInteger(at) ? pitch : Math.max(1.5, pitch - 2 * bar - 3)
  const scale = scaleOf([...left, ...right], top)
  const y = (value: number) => height - scale.share(value) * (height - text)
  const stepOf = (event: PointerEvent<SVGElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - gutter
    return Math.max(0, Math.min(steps - 1, Math.floor(x / pitch)))
  }
  const place = (value: number | null, x: number, series: string) =>
    value === null || !Number.isFinite(value) ? null : (
      <rect
        className={`bar ${series}`}
        x={x}
        y={Math.min(y(value), height - 1)}
        width={bar}
        height={Math.max(1, height - y(value))}
      />
    )
  return (
    <figure className="depth-chart" aria-labelledby={id}>
      <figcaption id={id}>
        <b>{title}</b>{' '}
        <span className="soft small-text">
          {axis}
          {scale.isLog && ', logarithmic scale'}
        </span>
      </figcaption>
      <div className="depth-scroll" ref={ref}>
        {width > 0 && (
          <svg
            role="img"
            aria-label={`${title} of ${names.join(' and ')} at ${steps} depths; the slider above reads them out`}
            width={gutter + pitch * steps + 4}
            height={height + text * 1.5}
            onPointerMove={(event) => onHover(stepOf(event))}
            onPointerLeave={() => onHover(null)}
            onClick={(event) => onPick(stepOf(event as unknown as PointerEvent<SVGElement>))}
          >
            <rect className="hit" x={gutter} width={pitch * steps} height={height} />
            <rect className="here" x={gutter + (at + 0.5) * pitch - here / 2} width={here} height={height} />
            {scale.ticks.map((tick) => (
              <g key={tick}>
                <line className="grid" x1={gutter} x2={gutter + pitch * steps} y1={y(tick)} y2={y(tick)} />
                <text x={gutter - 6} y={y(tick)} dy="0.32em" textAnchor="end">
                  {format(tick)}
                </text>
              </g>
            ))}
            {left.map((value, i) => (
              <g key={i}>
                {place(value, gutter + (i + 0.5) * pitch - bar - 0.5, 'left')}
                {place(right[i], gutter + (i + 0.5) * pitch + 0.5, 'right')}
              </g>
            ))}
            <text x={gutter} y={height + text * 1.2}>
              first
            </text>
            <text x={gutter + pitch * steps} y={height + text * 1.2} textAnchor="end">
              last activation
            </text>
          </svg>
        )}
      </div>
    </figure>
  )
}

interface Scale {
  readonly ticks: readonly number[]
  readonly isLog: boolean
  /** Where a value stands between the bottom, 0, and the top, 1. */
  share(value: number): number
}

function scaleOf(values: readonly (number | null)[], top: number | undefined): Scale {
  const real = values.filter(
    (value): value is number => value !== null && Number.isFinite(value) && value > 0,
  )
  const largest = top ?? Math.max(...real, 0)
  if (top === undefined && real.length > 0 && largest / Math.min(...real) > wide) {
    const low = Math.floor(Math.log10(Math.min(...real)) - 1e-9)
    const high = Math.ceil(Math.log10(largest) + 1e-9)
    const every = Math.max(1, Math.ceil((high - low) / 5))
    return {
      isLog: true,
      ticks: powers(low, high, every),
      share: (value) => (value <= 0 ? 0 : (Math.log10(value) - low) / (high - low)),
    }
  }
  const end = top ?? (rounded(largest) || 1)
  return {
    isLog: false,
    ticks: [0, end / 2, end],
    share: (value) => Math.max(0, Math.min(1, value / end)),
  }
}

function powers(low: number, high: number, every: number): readonly number[] {
  return Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => 10 ** (low + i * every))
}

/** The next number above that reads well: 1, 2, 4 or 5 times a power of ten. */
function rounded(value: number): number {
  if (value === 0) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  return power * [1, 2, 4, 5, 10].find((step) => step * power >= value)!
}
