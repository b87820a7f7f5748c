import type { PointerEvent } from 'react'
import { useWidth } from '../../shared/useWidth'
import type { Match } from './copy'

interface Props {
  readonly matches: readonly Match[]
  /** How many of them have been gone through. */
  readonly done: number
  /** So many are to be gone through. */
  readonly onChoose: (done: number) => void
}

/** Height of the longest bar, and of what lies between source and target, in pixels. */
const tall = 56
const between = 18

/** Every tensor as a pair of bars, above the source and below the target, as long as their numbers have digits. */
export function Strip({ matches, done, onChoose }: Props) {
  const { ref, width, text } = useWidth<HTMLDivElement>()
  const step = width / matches.length
  const most = Math.log10(1 + Math.max(...matches.map((one) => Math.max(one.size, one.source?.size ?? 0))))
  const length = (numbers: number) => (tall * Math.log10(1 + numbers)) / most
  const top = 4
  const low = top + tall + between
  const bottom = low + tall
  function choose(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const at = Math.floor((event.clientX - box.left) / step)
    onChoose(Math.min(matches.length, Math.max(0, at + 1)))
  }
  const refused = matches.slice(0, done).filter(({ fits }) => !fits).length
  return (
    <div ref={ref} className="copy-strip">
      <p className="soft small-text">
        The source is above, the new network below; bar lengths are logarithmic.
      </p>
      <svg
        width={width}
        height={bottom + text * 1.5}
        role="img"
        aria-label={`${done - refused} of ${matches.length} tensors copied, ${refused} refused`}
        onPointerDown={choose}
        onPointerMove={(event) => {
          if (event.buttons > 0) choose(event)
        }}
      >
        {matches.map(({ node, name, source, size, fits }, i) => {
          const state = i >= done ? 'waiting' : fits ? 'copied' : 'refused'
          const x = i * step
          const wide = Math.max(1, step - 1)
          return (
            <g key={`${node} ${name}`} className={`copy-${state}`}>
              {source && (
                <rect x={x} y={top + tall - length(source.size)} width={wide} height={length(source.size)} />
              )}
              <rect className="copy-target" x={x} y={low} width={wide} height={length(size)} />
              {state === 'copied' && <line x1={x + wide / 2} x2={x + wide / 2} y1={top + tall} y2={low} />}
              {state === 'refused' && (
                <path d={crossAt(x + wide / 2, top + tall + between / 2, Math.min(5, step / 2))} />
              )}
            </g>
          )
        })}
        {done > 0 && (
          <rect
            className="copy-here"
            x={(done - 1) * step - 1}
            y={top - 2}
            width={step + 1}
            height={bottom - top + 4}
          />
        )}
        {stagesOf(matches).map(({ name, from, to }) => {
          const last = to === matches.length
          // A name that is wider than its place is left out; the last one may lean back.
          if (!last && (to - from) * step < (name.length + 1) * text * 0.6) return null
          return (
            <text
              key={name}
              x={last ? width : from * step}
              y={bottom + text * 1.15}
              data-last={last || undefined}
            >
              {name}
            </text>
          )
        })}
      </svg>
    </div>
  )
}

function crossAt(x: number, y: number, r: number): string {
  return `M ${x - r} ${y - r} l ${2 * r} ${2 * r} M ${x + r} ${y - r} l ${-2 * r} ${2 * r}`
}

/** Neighbouring tensors of one stage. */
function stagesOf(matches: readonly Match[]) {
  const stages: { name: string; from: number; to: number }[] = []
  matches.forEach(({ stage }, i) => {
    const last = stages.at(-1)
    if (last?.name === stage) last.to = i + 1
    else stages.push({ name: stage, from: i, to: i + 1 })
  })
  return stages
}
