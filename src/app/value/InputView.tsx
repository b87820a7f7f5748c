import { type CSSProperties, useMemo } from 'react'
import type { Scale } from '../../featuremaps/colour'
import type { GraphNode } from '../../nn/graph'
import type { Activation } from '../../nn/trace'
import { positionNear, reachOf, under } from '../../nn/under'
import type { Patch, Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { channels } from '../../nn/shape'
import { count } from '../../ui/format'
import { isSpread, planeOf } from './plane'
import { PlaneCanvas } from './PlaneCanvas'
import { Pointed } from './Pointed'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly node: GraphNode
  /** Which of its inputs. */
  readonly input: number
  readonly values: Activation
  /** That of all inputs. */
  readonly scale: Scale
  readonly at: Unit
  /** What is read of this input, the strongest first; the first one lies in front. Empty where nothing is. */
  readonly patches: readonly Patch[]
  /** The image itself, where it is the input. */
  readonly photo: Pixels | null
  readonly onMove: (unit: Unit, ends: boolean) => void
}

/** Channels that are seen behind the first. */
const behind = 2
/** Values of a vector that are marked. */
const marked = 5

/** An input of a layer, its channels stacked, and on it the window of one output value. */
export function InputView({ node, input, values, scale, at, patches, photo, onMove }: Props) {
  const { shape } = values
  const [front] = patches
  const isMap = isSpread(shape)
  const channel = front?.channel ?? 0
  const plane = useMemo(() => planeOf(shape, values.values, channel), [shape, values, channel])
  const others = isMap ? patches.slice(1, 1 + behind).map((patch) => patch.channel) : []
  const stack = useMemo(
    () => others.map((each) => planeOf(shape, values.values, each)),
    // The same channels are the same stack.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [shape, values, others.join()],
  )
  const { height, width } = plane.maps
  const frame = useMemo(
    () => (isMap ? reachOf(node, input) : { top: 0, bottom: height, left: 0, right: width }),
    [isMap, node, input, height, width],
  )
  const [wide, high] = [frame.right - frame.left, frame.bottom - frame.top]
  const isPadded = wide > width || high > height
  const inPlace = {
    left: `${(-frame.left / wide) * 100}%`,
    top: `${(-frame.top / high) * 100}%`,
    width: `${(width / wide) * 100}%`,
    height: `${(height / high) * 100}%`,
  }
  return (
    <figure className="value-input" data-read={front !== undefined || undefined}>
      <div className="value-stack">
        {stack.map((each, i) => (
          <div
            key={i}
            className="value-behind"
            style={{ '--step': i + 1, aspectRatio: `${wide} / ${high}` } as CSSProperties}
          >
            <PlaneCanvas plane={each} scale={scale} />
          </div>
        ))}
        <Pointed
          frame={frame}
          className={`value-front${isPadded ? ' padded' : ''}`}
          onPoint={(row, column, ends) => isMap && onMove(positionNear(node, row, column, at), ends)}
        >
          <PlaneCanvas plane={plane} scale={scale} photo={photo} style={inPlace} />
          <svg viewBox={`${frame.left} ${frame.top} ${wide} ${high}`} preserveAspectRatio="none" aria-hidden>
            {front &&
              (isMap ? (
                <WindowMark {...under(node, input, at)} left={frame.left} right={frame.right} />
              ) : (
                patches.slice(0, marked).map((patch) => {
                  const { row, column } = plane.cellOf({ row: 0, column: 0, channel: patch.channel })
                  return <Marked key={patch.channel} x={column} y={row} width={1} height={1} />
                })
              ))}
          </svg>
        </Pointed>
      </div>
      <figcaption className="small-text soft">
        {photo ? (
          'the image'
        ) : (
          <code>
            <Breakable text={values.node} />
          </code>
        )}
        {front && isMap && <>, {placeOf(node, input, at)}</>}
        {front && isMap && channels(shape) > 1 && !photo && (
          <>
            , channel {channel} of {count(channels(shape))}
          </>
        )}
        {front &&
          !isMap &&
          patches.length > marked &&
          `, the ${marked} strongest of ${count(patches.length)} marked`}
        {!front && ', not read here'}
      </figcaption>
    </figure>
  )
}

/** `rows 18 to 20, columns 22 to 24`; before the map they are negative. */
function placeOf(node: GraphNode, input: number, at: Unit): string {
  const { rows, columns } = under(node, input, at)
  const along = (name: string, all: readonly number[]) =>
    all.length === 1 ? `${name} ${all[0]}` : `${name}s ${all[0]} to ${all[all.length - 1]}`
  return `${along('row', rows)}, ${along('column', columns)}`.replaceAll('-', '−')
}

interface WindowProps {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly left: number
  readonly right: number
}

/** The window with the line of its row; one with gaps shows each of its places. */
function WindowMark({ rows, columns, left, right }: WindowProps) {
  if (rows.length === 0 || columns.length === 0) return null
  const [top, before] = [rows[0], columns[0]]
  const height = rows[rows.length - 1] + 1 - top
  const width = columns[columns.length - 1] + 1 - before
  const hasGaps = height > rows.length || width > columns.length
  const middle = top + height / 2
  return (
    <>
      <line className="value-line" x1={left} x2={right} y1={middle} y2={middle} />
      {hasGaps &&
        rows.flatMap((row) =>
          columns.map((column) => (
            <rect
              key={`${row} ${column}`}
              className="value-tap"
              x={column + 0.1}
              y={row + 0.1}
              width={0.8}
              height={0.8}
            />
          )),
        )}
      <Marked x={before} y={top} width={width} height={height} />
    </>
  )
}

interface MarkedProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A frame that shows on every color. */
export function Marked(place: MarkedProps) {
  return (
    <>
      <rect className="value-halo" {...place} />
      <rect className="value-mark" {...place} />
    </>
  )
}
