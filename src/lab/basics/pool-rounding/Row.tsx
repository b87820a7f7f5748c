import { useWidth } from '../../shared/useWidth'

interface Props {
  readonly size: number
  readonly windows: readonly (readonly [first: number, last: number])[]
}

/** Pixels that are shown at each end of the row. */
const shown = 7

/** Both ends of a row of pixels with the windows over them; the middle is left out. */
export function Row({ size, windows }: Props) {
  const [first, end] = [windows[0], windows[windows.length - 1]]
  const left = size - 1 - end[1]
  return (
    <div className="pool-row">
      <End size={size} from={-1} windows={windows} title="the first pixels" />
      <End size={size} from={size - shown} windows={windows} title="the last pixels" />
      <p className="soft">
        {left > 0 && `No window covers the last pixel. `}
        {end[1] >= size &&
          first[0] === 0 &&
          `The last window hangs over the edge and outputs the largest value inside it. `}
        {first[0] < 0 && `The first window starts on a pixel of padding. `}
        {windows.length} windows.
      </p>
    </div>
  )
}

function End({
  size,
  from,
  windows,
  title,
}: {
  readonly size: number
  readonly from: number
  readonly windows: Props['windows']
  readonly title: string
}) {
  const { ref, width, text, room } = useWidth<HTMLDivElement>()
  const cell = Math.min(46 * room, (width - 4) / (shown + 1))
  const x = (pixel: number) => (pixel - from) * cell + 2
  const drawn = windows.filter(([a, b]) => a >= from && b <= from + shown)
  const pixels = Array.from({ length: shown + 1 }, (_, i) => from + i)
  return (
    <div ref={ref} className="pool-end">
      <svg
        width={(shown + 1) * cell + 4}
        height={cell + 62}
        role="img"
        aria-label={`${title}: windows over ${drawn.map(([a, b]) => `${a} to ${b}`).join(', ')} of pixels 0 to ${size - 1}`}
      >
        {pixels.map((pixel) => {
          const real = pixel >= 0 && pixel < size
          const seen = windows.some(([a, b]) => pixel >= a && pixel <= b)
          return (
            <g key={pixel}>
              <rect
                x={x(pixel)}
                y={6}
                width={cell}
                height={cell}
                className={real ? (seen ? 'pixel' : 'pixel unseen') : 'pixel beyond'}
              />
              {real && (
                <text x={x(pixel) + cell / 2} y={6 + cell / 2} dy="0.35em" textAnchor="middle">
                  {text * 2.2 < cell || pixel % 2 === 0 ? pixel : ''}
                </text>
              )}
            </g>
          )
        })}
        {drawn.map(([a, b], i) => (
          <rect
            key={a}
            x={x(a) + 3}
            y={cell + 14 + (i % 2) * 22}
            width={(b - a + 1) * cell - 6}
            height={14}
            rx={7}
            className={b >= size || a < 0 ? 'pool-window over' : 'pool-window'}
          />
        ))}
      </svg>
    </div>
  )
}
