import { type Maps, mapsOf } from '../../featuremaps/maps'
import type { GraphNode } from '../../nn/graph'
import type { Weight } from '../../nn/op'
import { isMap } from '../../nn/shape'

/** Small pictures of one weight, all of a size: one or three values per pixel. */
export interface Pictures {
  /** What one of them is: `filter`. */
  readonly one: string
  readonly height: number
  readonly width: number
  readonly depth: 1 | 3
  readonly count: number
  /** Values of one picture in the order row, column, colour. */
  picture(index: number): Float32Array
}

/** One filter or unit after the other, too deep to be a picture: its slices are maps. */
export interface Slices {
  readonly one: string
  readonly count: number
  slices(index: number): Maps
}

/** Values at one place of the last axis: [a, b, c, n] → [a, b, c]. */
function last(values: Float32Array, index: number, count: number): Float32Array {
  const taken = new Float32Array(values.length / count)
  for (let i = 0, from = index; i < taken.length; i++, from += count) taken[i] = values[from]
  return taken
}

/** Kernels that are seen as they are: with three channels of colour, with one channel, or drawn by hand. */
export function picturesOf(node: GraphNode, weight: Weight, values: Float32Array): Pictures | null {
  const { shape, picture } = weight
  if (picture) {
    const [height, width] = picture
    const [count, length] = shape
    const row = (index: number) => values.subarray(index * length, (index + 1) * length)
    return { one: 'unit', height, width, depth: 1, count, picture: row }
  }
  if (shape.length === 3) {
    const [height, width, count] = shape
    return { one: 'connection', height, width, depth: 1, count, picture: (i) => last(values, i, count) }
  }
  if (shape.length !== 4 || shape[0] * shape[1] === 1) return null
  const [height, width, depth, count] = shape
  // Three channels are colours where the image enters, and elsewhere just three.
  const [input] = node.inputShapes
  const isColour = depth === 3 && isMap(input) && node.receptiveField[0].size === height
  if (depth !== 1 && !isColour) return null
  return {
    one: 'filter',
    height,
    width,
    depth: isColour ? 3 : 1,
    count,
    picture: (i) => last(values, i, count),
  }
}

/** The slices of each filter by input channel, or the weights of each unit laid out as its input is. */
export function slicesOf(node: GraphNode, weight: Weight, values: Float32Array): Slices | null {
  const { shape, role } = weight
  if (role !== 'weight') return null
  if (shape.length === 4) {
    const [height, width, depth, count] = shape
    return { one: 'filter', count, slices: (i) => mapsOf(last(values, i, count), [height, width, depth]) }
  }
  if (shape.length === 2) {
    const count = shape[1]
    return { one: 'unit', count, slices: (i) => mapsOf(last(values, i, count), node.inputShapes[0]) }
  }
  return null
}

/** RGBA of a picture in which 0 is grey and `reach` the brightest a colour can be, −`reach` the darkest. */
export function colours(values: Float32Array, reach: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray((values.length / 3) * 4)
  for (let from = 0, to = 0; from < values.length; from += 3, to += 4) {
    for (let c = 0; c < 3; c++) pixels[to + c] = Math.round(127.5 * (1 + values[from + c] / (reach || 1)))
    pixels[to + 3] = 255
  }
  return pixels
}
