import { kindOf, scaleOf } from '../../featuremaps/colour'
import { createStamp } from '../../featuremaps/draw'
import { channelRanges, mapsOf, wholeRange } from '../../featuremaps/maps'
import type { Activation } from '../../nn/trace'
import type { Pixels } from '../../runtime/types'

/** Channels of a small picture: a square of them. */
const side = 2

/** A picture has no more pixels than this: enough for a screen, and little for a device. */
const largest = 4e6

/** The image itself, as the network gets it. */
export function photo({ data, width, height }: Pixels): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return canvas
}

/** The first few channels in a square, all on one scale. */
export function mosaic(activation: Activation): HTMLCanvasElement | undefined {
  const maps = mapsOf(activation.values, activation.shape)
  const columns = maps.channels >= side * side ? side : 1
  const tile = Math.max(12, Math.min(40, maps.width))
  return painted(maps, columns * columns, columns, { width: tile, height: tile, gap: columns > 1 ? 1 : 0 })
}

/** Every channel on the scale of the layer, in reading order. */
export function sheetOf(activation: Activation, columns: number): HTMLCanvasElement | undefined {
  const maps = mapsOf(activation.values, activation.shape)
  const rows = Math.ceil(maps.channels / columns)
  const shrink = Math.min(1, Math.sqrt(largest / (columns * maps.width * rows * maps.height)))
  const width = Math.max(1, Math.floor(maps.width * shrink))
  const height = Math.max(1, Math.floor(maps.height * shrink))
  return painted(maps, maps.channels, columns, { width, height, gap: 0 })
}

/** The first channels of a layer in rows, on the scale of the layer, each on a tile of so many pixels with a gap in it. */
function painted(
  maps: ReturnType<typeof mapsOf>,
  count: number,
  columns: number,
  { width, height, gap }: { readonly width: number; readonly height: number; readonly gap: number },
): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = columns * width
  canvas.height = Math.ceil(count / columns) * height
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const whole = wholeRange(channelRanges(maps))
  const scale = scaleOf(kindOf(whole), whole)
  const stamp = createStamp(maps)
  context.imageSmoothingEnabled = maps.width > width || maps.height > height
  for (let i = 0; i < count; i++)
    context.drawImage(
      stamp(i, scale),
      (i % columns) * width,
      Math.floor(i / columns) * height,
      width - gap,
      height - gap,
    )
  return canvas
}
