import { useEffect, useRef } from 'react'
import { contextOf } from '../../../ui/canvas'
import { count } from '../../../ui/format'
import { useWidth } from '../../shared/useWidth'
import type { PartWall } from './useWall'

/** Side of a picture at least, in CSS pixels. */
const least = 36

/** The stored pictures of a whole part; a press takes that channel, as the slider does. */
export function WallView({
  wall: { pictures, values },
  part,
  channel,
  onChannel,
}: {
  readonly wall: PartWall
  readonly part: string
  /** From 0. */
  readonly channel: number
  readonly onChannel: (channel: number) => void
}) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const canvas = useRef<HTMLCanvasElement>(null)
  const columns = Math.max(1, Math.min(16, Math.floor(width / least), pictures.length))
  const rows = Math.ceil(pictures.length / columns)
  const [{ width: tile }] = pictures
  useEffect(() => {
    const element = canvas.current!
    Object.assign(element, { width: columns * tile, height: rows * tile })
    const context = contextOf(element)
    pictures.forEach(({ data }, i) =>
      context.putImageData(
        new ImageData(new Uint8ClampedArray(data), tile, tile),
        (i % columns) * tile,
        Math.floor(i / columns) * tile,
      ),
    )
  }, [pictures, columns, rows, tile])
  return (
    <div
      ref={ref}
      className="unit-wall"
      role="img"
      aria-label={`The stored pictures of all ${count(pictures.length)} channels of ${part}; marked: channel ${channel + 1}`}
    >
      <span
        className="unit-place"
        style={{ maxInlineSize: `${columns * Math.max(least, Math.min(64, 2 * tile))}px` }}
        onClick={({ nativeEvent: { offsetX, offsetY }, currentTarget: { clientWidth, clientHeight } }) => {
          const at =
            Math.floor((offsetY / clientHeight) * rows) * columns +
            Math.floor((offsetX / clientWidth) * columns)
          if (at < values.length) onChannel(at)
        }}
      >
        <canvas ref={canvas} className="pixels" aria-hidden />
        <svg viewBox={`0 0 ${columns} ${rows}`} preserveAspectRatio="none" aria-hidden>
          <rect x={channel % columns} y={Math.floor(channel / columns)} width="1" height="1" />
        </svg>
      </span>
    </div>
  )
}
