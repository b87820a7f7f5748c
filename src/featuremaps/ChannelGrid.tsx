import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Unit } from '../nn/unit'
import { measured } from '../ui/format'
import { colourOf, type Scale } from './colour'
import { drawBars, drawMaps, fitCanvas } from './draw'
import { type Maps, type Range } from './maps'
import { hit, tileAt, tileBars, tileMaps } from './tiles'

interface Props {
  readonly maps: Maps
  readonly ranges: readonly Range[]
  readonly scaleFor: (channel: number) => Scale
  readonly channel: number
  readonly onChannel: (channel: number) => void
  readonly onPoint: (unit: Unit | null) => void
  readonly onEnlarge: (channel: number) => void
  /** The channels that are shown, in the order of their tiles; without it all of them in their own. */
  readonly order?: readonly number[]
  /** About so many pixels of height show all of them. */
  readonly comfortable?: number
  /** Its name; without it that of all channels, one of which Enter enlarges. */
  readonly label?: string
}

/**
 * Every channel of a layer, however many: a tall strip of which only the visible rows are drawn. For the keyboard
 * it is a slider over the channels, Enter enlarges.
 */
export function ChannelGrid({
  maps,
  ranges,
  scaleFor,
  channel,
  onChannel,
  onPoint,
  onEnlarge,
  order: chosen,
  comfortable,
  label,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [top, setTop] = useState(0)
  const isVector = maps.height * maps.width === 1
  const order = useMemo(
    () => chosen ?? Array.from({ length: maps.channels }, (_, i) => i),
    [chosen, maps.channels],
  )
  const tiling = useMemo(
    () =>
      isVector ? tileBars(order.length, size.width) : tileMaps(order.length, maps, size.width, comfortable),
    [isVector, maps, order, size.width, comfortable],
  )
  /** The tile of the chosen channel; none where it is not among those that are shown. */
  const tile = order.indexOf(channel)

  useLayoutEffect(() => {
    const element = box.current!
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const element = canvas.current!
    const height = Math.min(size.height, tiling.height)
    const context = fitCanvas(element, size.width, height)
    if (!context || size.width === 0) return
    const view = { top, width: size.width, height }
    const style = getComputedStyle(element)
    if (isVector) {
      const scale = scaleFor(0)
      const look = {
        scale,
        colourOf: (value: number) => colourOf(value, scale),
        line: style.getPropertyValue('--line-strong'),
        ink: style.getPropertyValue('--ink-soft'),
        font: `${style.fontSize} ${style.fontFamily}`,
      }
      drawBars(context, maps, tiling, view, look, order)
    } else drawMaps(context, maps, tiling, view, scaleFor, order)
    if (tile < 0) return
    const at = tileAt(tiling, tile)
    if (isVector) {
      // Under the bar, where it cannot be taken for a value.
      context.fillStyle = style.getPropertyValue('--focus')
      context.fillRect(at.x - 2, at.y - top + tiling.tileHeight + 2, tiling.tileWidth + 4, 4)
      return
    }
    // Inside the tile, where the edge of the canvas does not cut it; a white line parts it from dark values.
    for (const [colour, inset] of [
      [style.getPropertyValue('--focus'), 1],
      ['#ffffff', 3],
    ] as const) {
      context.lineWidth = 2
      context.strokeStyle = colour
      context.strokeRect(
        at.x + inset,
        at.y - top + inset,
        tiling.tileWidth - 2 * inset,
        tiling.tileHeight - 2 * inset,
      )
    }
  }, [maps, tiling, size, top, tile, order, scaleFor, isVector])

  function under(event: PointerEvent | MouseEvent) {
    const edge = canvas.current!.getBoundingClientRect()
    return hit(tiling, event.clientX - edge.left, event.clientY - edge.top + top)
  }

  function point(event: PointerEvent) {
    const found = under(event)
    if (!found) return onPoint(null)
    onPoint({
      channel: order[found.index],
      row: Math.floor(found.down * maps.height),
      column: Math.floor(found.across * maps.width),
    })
  }

  function press(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: tiling.columns,
      ArrowUp: -tiling.columns,
      PageDown: tiling.columns * 4,
      PageUp: -tiling.columns * 4,
      Home: -order.length,
      End: order.length,
    }
    if (event.key === 'Enter' || event.key === ' ') onEnlarge(channel)
    else if (event.key in steps) {
      const next = Math.max(0, Math.min(order.length - 1, tile + steps[event.key]))
      onChannel(order[next])
      reveal(next)
    } else return
    event.preventDefault()
  }

  function reveal(index: number) {
    const element = box.current!
    const { y } = tileAt(tiling, index)
    if (y < element.scrollTop) element.scrollTop = y
    else if (y + tiling.tileHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = y + tiling.tileHeight - element.clientHeight
  }

  const { min, max } = ranges[channel]
  const what = isVector
    ? `unit ${channel} of ${maps.channels}, value ${measured(max)}`
    : `channel ${channel} of ${maps.channels}, from ${measured(min)} to ${measured(max)}`
  return (
    <div
      ref={box}
      className="channel-grid"
      role="slider"
      tabIndex={0}
      aria-label={label ?? (isVector ? 'Units' : 'Channels; Enter enlarges one')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={order.length - 1}
      aria-valuenow={Math.max(0, tile)}
      aria-valuetext={what}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={press}
      onPointerMove={point}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const found = under(event)
        if (!found) return
        onChannel(order[found.index])
        onEnlarge(order[found.index])
      }}
    >
      <div style={{ blockSize: tiling.height }}>
        <canvas ref={canvas} />
      </div>
    </div>
  )
}
