import type { Link } from './links'

interface Props {
  readonly label: string
  readonly layers: number
  readonly links: readonly Link[]
  /** The layer whose connections stand out. */
  readonly lit: number | null
  readonly onLight: (layer: number | null) => void
}

const size = { width: 680, height: 380, margin: 26 } as const

/** The tensors of a block on a line, and an arc for every one that a layer reads. */
export function Arcs({ label, layers, links, lit, onLight }: Props) {
  const step = (size.width - 2 * size.margin) / Math.max(1, layers)
  const x = (i: number) => size.margin + i * step
  const base = size.height - 48
  const radius = Math.min(13, step * 0.36)
  return (
    <svg className="dense-arcs" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {links.map(([from, to]) => {
        const rise = Math.min(
          base - 12,
          ((x(to) - x(from)) / (size.width - 2 * size.margin)) * (base - 12) * 1.3,
        )
        const isLit = lit === to
        return (
          <path
            key={`${from}-${to}`}
            d={
              to - from === 1
                ? `M${x(from) + radius},${base}H${x(to) - radius}`
                : `M${x(from)},${base - radius}C${x(from)},${base - rise} ${x(to)},${base - rise} ${x(to)},${base - radius}`
            }
            className={isLit ? 'arc lit' : lit === null ? 'arc' : 'arc pale'}
            stroke={`var(--path-${(from % 8) + 1})`}
          />
        )
      })}
      {Array.from({ length: layers + 1 }, (_, i) => (
        <g key={i} onPointerEnter={() => onLight(i === 0 ? null : i)} onPointerLeave={() => onLight(null)}>
          <circle cx={x(i)} cy={base} r={radius} fill={`var(--path-${(i % 8) + 1})`} />
          {layers <= 12 && (
            <text x={x(i)} y={base + radius + 22} className="arc-name">
              {i === 0 ? 'in' : i}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
