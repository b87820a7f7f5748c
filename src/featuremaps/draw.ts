import { paint, type Scale } from './colour'
import type { Maps } from './maps'
import { type Tiling, tileAt, tilesIn } from './tiles'

/** One canvas for a single channel at its own size, used again for the next. */
export function createStamp(maps: Maps) {
  const canvas = document.createElement('canvas')
  canvas.width = maps.width
  canvas.height = maps.height
  const context = canvas.getContext('2d')
  const pixels = context?.createImageData(maps.width, maps.height)
  return (channel: number, scale: Scale): HTMLCanvasElement => {
    if (context && pixels) {
      paint(maps, channel, scale, pixels.data)
      context.putImageData(pixels, 0, 0)
    }
    return canvas
  }
}

/** The part of a tiling that is on screen. */
export interface View {
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Fits a canvas to a size in CSS pixels and gives a context that counts in them. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const density = window.devicePixelRatio || 1
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  canvas.style.inlineSize = `${width}px`
  canvas.style.blockSize = `${height}px`
  const context = canvas.getContext('2d')
  context?.setTransform(density, 0, 0, density, 0, 0)
  return context
}

/**
 * Draws the maps of the visible tiles.
 * @param order the channel of every tile
 */
export function drawMaps(
  context: CanvasRenderingContext2D,
  maps: Maps,
  tiling: Tiling,
  view: View,
  scaleFor: (channel: number) => Scale,
  order: readonly number[],
): void {
  const stamp = createStamp(maps)
  // Enlarged values are squares with sharp edges; reduced maps are averaged.
  context.imageSmoothingEnabled = tiling.tileWidth < maps.width
  context.imageSmoothingQuality = 'medium'
  const [first, end] = tilesIn(tiling, view.top, view.top + view.height)
  for (let tile = first; tile < end; tile++) {
    const { x, y } = tileAt(tiling, tile)
    const channel = order[tile]
    context.drawImage(stamp(channel, scaleFor(channel)), x, y - view.top, tiling.tileWidth, tiling.tileHeight)
  }
}

interface BarLook {
  readonly scale: Scale
  readonly colourOf: (value: number) => string
  /** Colours of the zero line and of the numbers. */
  readonly line: string
  readonly ink: string
  readonly font: string
}

/** Draws the units of a vector as bars from a common zero line. */
export function drawBars(
  context: CanvasRenderingContext2D,
  maps: Maps,
  tiling: Tiling,
  view: View,
  look: BarLook,
  order: readonly number[],
): void {
  const { scale } = look
  const [first, end] = tilesIn(tiling, view.top, view.top + view.height)
  const heightOf = (value: number) =>
    ((Math.max(scale.from, Math.min(scale.to, value)) - scale.from) / (scale.to - scale.from)) *
    tiling.tileHeight
  const zero = heightOf(0)
  // The number of its first unit before every row.
  context.font = look.font
  context.fillStyle = look.ink
  for (let unit = first; unit < end; unit += tiling.columns)
    context.fillText(
      String(order[unit]),
      0,
      tileAt(tiling, unit).y - view.top + tiling.tileHeight,
      tiling.gutter - 6,
    )
  for (let unit = first; unit < end; unit++) {
    const { x, y } = tileAt(tiling, unit)
    const bottom = y - view.top + tiling.tileHeight
    const value = maps.values[order[unit]]
    const top = Number.isFinite(value) ? heightOf(value) : tiling.tileHeight
    context.fillStyle = look.colourOf(value)
    context.fillRect(x, bottom - Math.max(top, zero), tiling.tileWidth, Math.max(1, Math.abs(top - zero)))
    context.fillStyle = look.line
    context.fillRect(x, bottom - zero - 0.5, tiling.tileWidth + tiling.gap, 1)
  }
}
