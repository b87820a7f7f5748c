import { type KeyboardEvent, useMemo, useRef } from 'react'
import { kindOf, scaleOf } from '../../featuremaps/colour'
import { channelRanges, mapsOf, wholeRange } from '../../featuremaps/maps'
import { channels } from '../../nn/shape'
import type { Activation } from '../../nn/trace'
import { readable, type Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { count, exacter } from '../../ui/format'
import { Marked } from './InputView'
import { isSpread, planeOf } from './plane'
import { PlaneCanvas } from './PlaneCanvas'
import { Pointed } from './Pointed'
import { strideOfHeld, walkOf } from './walk'

interface Props {
  readonly values: Activation
  readonly at: Unit
  /** How many values are there so far; null for all. */
  readonly filled: number | null
  /** The image itself, where it is no layer's output. */
  readonly photo?: Pixels | null
  readonly onMove: (unit: Unit, ends: boolean) => void
}

/** The output of a layer as far as it is filled, and the value that is made; for the keyboard a slider over its values. */
export function OutputView({ values, at, filled, photo = null, onMove }: Props) {
  const { shape } = values
  const held = useRef(0)
  const isMap = isSpread(shape)
  const walk = useMemo(() => walkOf(shape), [shape])
  const scale = useMemo(() => {
    const whole = wholeRange(channelRanges(mapsOf(values.values, shape)))
    return scaleOf(kindOf(whole), whole)
  }, [values, shape])
  const channel = isMap ? at.channel : 0
  const plane = useMemo(() => planeOf(shape, values.values, channel), [shape, values, channel])
  const { height, width } = plane.maps
  const cell = plane.cellOf(at)
  const value = readable(shape, values.values).at(at)

  function press(event: KeyboardEvent) {
    const index = walk.indexOf(at)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: width,
      ArrowUp: -width,
      Home: -walk.count,
      End: walk.count,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    held.current = event.repeat ? held.current + 1 : 0
    const next = index + step * strideOfHeld(held.current)
    const last = walk.count - 1
    // Up and down stay in their column.
    if (Math.abs(step) === width && width > 1 && (next < 0 || next > last)) return
    onMove(walk.at(Math.max(0, Math.min(last, next)), at), false)
  }

  return (
    <figure className="value-output">
      <div
        className="value-stack"
        role="slider"
        tabIndex={0}
        aria-label={isMap ? 'Place in the output' : 'Unit of the output'}
        aria-valuemin={0}
        aria-valuemax={walk.count - 1}
        aria-valuenow={walk.indexOf(at)}
        aria-valuetext={`${isMap ? `row ${at.row}, column ${at.column}` : `unit ${at.channel}`}: ${exacter(value)}`}
        onKeyDown={press}
        onKeyUp={() => onMove(at, true)}
      >
        <Pointed
          frame={{ top: 0, bottom: height, left: 0, right: width }}
          className="value-front"
          onPoint={(row, column, ends) => {
            const unit = plane.unitAt(
              Math.max(0, Math.min(height - 1, row)),
              Math.max(0, Math.min(width - 1, column)),
            )
            if (unit) onMove(isMap ? { ...unit, channel: at.channel } : unit, ends)
          }}
        >
          <PlaneCanvas plane={plane} scale={scale} photo={photo} />
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
            {filled !== null && <path className="value-empty" d={emptyOf(filled, width, height)} />}
            {isMap && (
              <line className="value-line" x1={0} x2={width} y1={cell.row + 0.5} y2={cell.row + 0.5} />
            )}
            <Marked x={cell.column} y={cell.row} width={1} height={1} />
          </svg>
        </Pointed>
      </div>
      <figcaption className="small-text soft">
        {isMap ? (
          <>
            {photo ? 'the image, ' : 'output '}channel {at.channel} of {count(channels(shape))}, row {at.row},
            column {at.column}
          </>
        ) : (
          <>
            unit {at.channel} of {count(walk.count)}
          </>
        )}
      </figcaption>
    </figure>
  )
}

/** What of a plane is not filled yet, when so many cells are. */
export function emptyOf(filled: number, width: number, height: number): string {
  const row = Math.floor(filled / width)
  const column = filled % width
  if (row >= height) return ''
  return `M${column} ${row}H${width}V${height}H0V${row + 1}H${column}Z`
}
