import type { Plan } from './network'

interface Props {
  readonly kind: Plan['kind']
  readonly many: number
  /** Blocks of the longest row: all rows have one scale. */
  readonly most: number
  /** The one on the shortcut of the first block; null where there is none. */
  readonly projection: 'counted' | 'aside' | null
}

/** Width of a block and height of a row, in units of the drawing. */
const [wide, tall] = [24, 30]

/** The layers of a block from left to right, as high as their kernel: 3×3 or 1×1. */
const windows: Readonly<Record<Plan['kind'], readonly number[]>> = {
  basic: [3, 3],
  bottleneck: [1, 3, 1],
}

/** The blocks of a stage in a row: a bar for every layer, an arc for the shortcut around it, and on it the projection. */
export function Blocks({ kind, many, most, projection }: Props) {
  const bars = windows[kind]
  const step = (wide - 3) / bars.length
  return (
    <span className="calculator-blocks">
      <svg
        viewBox={`0 0 ${many * wide} ${tall}`}
        preserveAspectRatio="none"
        style={{ inlineSize: `min(${(100 * many) / most}%, ${many * 2.6}em * min(var(--room, 1), 1.5))` }}
        aria-hidden
      >
        {Array.from({ length: many }, (_, block) => (
          <g key={block} transform={`translate(${block * wide + 1.5} 0)`}>
            {bars.map((window, i) => (
              <rect
                key={i}
                x={i * step + 0.5}
                y={tall - 2 - window * 6}
                width={step - 1}
                height={window * 6}
              />
            ))}
            <path className="calculator-shortcut" d={`M 0.5 11 V 4 H ${wide - 3.5} V 11`} />
          </g>
        ))}
        {projection && (
          <rect
            className={`calculator-${projection}`}
            x={wide / 2 - step / 2}
            y="1"
            width={step}
            height="6"
          />
        )}
      </svg>
    </span>
  )
}
