import { useWidth } from '../../shared/useWidth'
import { decimals, shown } from './norm'

const ticks = Array.from({ length: (shown.to - shown.from) / 2 + 1 }, (_, i) => shown.from + 2 * i)

interface Props {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** A few values on a line, and where each of them lies on a second line of the same scale after normalization. */
export function Moved({ before, after }: Props) {
  const { ref, width, text } = useWidth<HTMLDivElement>()
  const [left, right] = [4.6 * text, width - text]
  const [top, bottom] = [1.6 * text, 4.8 * text]
  const within = (value: number) => Math.min(shown.to, Math.max(shown.from, value))
  const x = (value: number) =>
    left + ((within(value) - shown.from) / (shown.to - shown.from)) * (right - left)
  const mark = 0.3 * text
  return (
    <div ref={ref}>
      <svg
        className="norm-moved"
        width={width}
        height={bottom + 1.8 * text}
        role="img"
        aria-label={before.map((value, i) => `${value} becomes ${decimals(after[i])}`).join(', ')}
      >
        <text y={top} dominantBaseline="central" className="norm-line-name">
          before
        </text>
        <text y={bottom} dominantBaseline="central" className="norm-line-name">
          after
        </text>
        <path d={`M ${left} ${top} H ${right} M ${left} ${bottom} H ${right}`} className="norm-axis" />
        <path d={`M ${x(0)} ${top - mark} V ${bottom + mark}`} className="norm-axis" />
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 1.5 * text} textAnchor="middle">
            {String(tick).replace('-', '−')}
          </text>
        ))}
        {before.map((value, i) => (
          <path key={i} d={`M ${x(value)} ${top} L ${x(after[i])} ${bottom}`} className="norm-way" />
        ))}
        {before.map((value, i) => (
          <g key={i}>
            <circle cx={x(value)} cy={top} r={mark} className="norm-before" />
            <text x={x(value)} y={top - 1.6 * mark} textAnchor="middle">
              {value}
            </text>
            {/* A square; hollow at the edge where the value lies beyond it. */}
            <rect
              x={x(after[i]) - mark}
              y={bottom - mark}
              width={2 * mark}
              height={2 * mark}
              className={within(after[i]) === after[i] ? 'norm-after' : 'norm-after beyond'}
            />
          </g>
        ))}
      </svg>
    </div>
  )
}
