import { Explained } from '../../../ui/Explained'
import { useWidth } from '../../shared/useWidth'
import { nameOf } from './words'

interface Props {
  readonly label: string
  /** For every channel the tensors that are in it. */
  readonly slabs: readonly (readonly number[])[]
  /** As many channels as the width shows. */
  readonly most: number
  /** What neighboring slabs are, in a sentence. */
  readonly wordsOf: (sources: readonly number[], count: number) => string
}

const width = 640
const low = 56

/** So many times as high at most, where there is room. */
const highest = 2.2

/** A part of the width. */
const share = (part: number) => `${100 * part}%`

const colour = (source: number) => `var(--path-${(source % 8) + 1})`

/** The channels of a tensor side by side, each in the colour of what is in it; mixed ones are striped. Each tensor says what it is. */
export function Stack({ label, slabs, most, wordsOf }: Props) {
  const { ref, room } = useWidth<HTMLDivElement>()
  const height = low * Math.min(room, highest)
  const step = width / most
  const runs = runsOf(slabs)
  return (
    <div ref={ref} className="merge-tensors">
      <svg className="merge-stack" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {runs.map(({ sources, from, count }) => {
          const x = from * step
          const mixed = sources.length > 1
          return (
            <g key={from}>
              {sources.map((source, i) => (
                <rect
                  key={source}
                  x={x}
                  y={mixed ? (height * i) / sources.length : 0}
                  width={count * step}
                  height={height / sources.length}
                  fill={colour(source)}
                />
              ))}
              {Array.from({ length: count }, (_, i) => (
                <line
                  key={i}
                  x1={x + (i + 1) * step}
                  x2={x + (i + 1) * step}
                  y1={0}
                  y2={height}
                  stroke="var(--bg)"
                  strokeWidth={Math.min(2, step / 3)}
                />
              ))}
              {!mixed && count * step > 40 && (
                <text x={x + (count * step) / 2} y={height / 2} className="merge-name">
                  {nameOf(sources[0])}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      {runs.map(({ sources, from, count }) => (
        <Explained
          key={from}
          className="merge-tensor"
          style={{ insetInlineStart: share(from / most), inlineSize: share(count / most) }}
          words={wordsOf(sources, count)}
        >
          <span className="visually-hidden">{sources.map(nameOf).join(' + ')}</span>
        </Explained>
      ))}
    </div>
  )
}

interface Run {
  readonly sources: readonly number[]
  readonly from: number
  readonly count: number
}

/** Neighbouring slabs of the same tensors together. */
function runsOf(slabs: readonly (readonly number[])[]): readonly Run[] {
  const runs: Run[] = []
  slabs.forEach((sources, i) => {
    const last = runs.at(-1)
    if (last && last.sources.join() === sources.join())
      runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ sources, from: i, count: 1 })
  })
  return runs
}
