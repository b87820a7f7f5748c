import type { GraphNode } from '../../nn/graph'
import type { ConvAttrs } from '../../nn/ops/conv'
import { type ConvTransposeAttrs, transposedAxes } from '../../nn/ops/transposed'
import { extent } from '../../nn/shape'
import { isDepthwise } from '../depthwise'
import type { Arranged } from '../tensors'
import { turnedTaps } from '../transposed'
import { type Emitter, numbers, text } from './emitter'
import { along, attrsOf, moving, square, thinned, windowOf } from './windows'

/** Some filters of a kernel [height, width, in, filters]. */
function filtersOf(shape: readonly number[], first: number, many: number): Arranged {
  const [height, width, depth, filters] = shape
  return {
    shape: [height, width, depth, many],
    pieces(values) {
      const rows = values.length / filters
      const some = new Float32Array(rows * many)
      for (let row = 0; row < rows; row++)
        some.set(values.subarray(row * filters + first, row * filters + first + many), row * many)
      return [some]
    },
  }
}

/** A convolution of TensorFlow over a map that is padded already; groups are cut apart and laid together. */
export function convolved(node: GraphNode, to: Emitter, x: string, part?: string): string {
  const { groups, filters } = attrsOf<ConvAttrs>(node)
  const window = windowOf(node)
  const dilations = along(window, 'dilation')
  const isBoth = window.some(({ stride }) => stride > 1) && window.some(({ dilation }) => dilation > 1)
  // TensorFlow does not stride and dilate at once: every position is computed, and every stride-th one is kept.
  const attr = isBoth
    ? { strides: square(1, 1), padding: text('VALID'), dilations }
    : { ...moving(window), dilations }
  const { shape } = node.weights.kernel
  const raw = isBoth ? 'dense' : part
  const make = () => {
    if (groups === 1) return to.operation('Conv2D', [x, to.weight('kernel')], attr, raw)
    if (isDepthwise(node)) {
      const [height, width] = shape
      const kernel = {
        shape: [height, width, groups, filters / groups],
        pieces: (values: Float32Array) => [values],
      }
      return to.operation('DepthwiseConv2dNative', [x, to.weight('kernel', kernel)], attr, raw)
    }
    const axis = to.integers('axis', [3], [])
    to.operation('Split', [axis, x], { num_split: { i: groups } }, 'groups')
    const many = filters / groups
    const results = Array.from({ length: groups }, (_, g) => {
      const kernel = to.weight('kernel', filtersOf(shape, g * many, many), `kernel${g}`)
      return to.operation('Conv2D', [`${node.id}.groups:${g}`, kernel], attr, `group${g}`)
    })
    return to.operation('ConcatV2', [...results, axis], { N: { i: groups } }, raw)
  }
  const made = make()
  return isBoth ? thinned(to, made, [window[0].stride, window[1].stride], part) : made
}

/** A transposed convolution; groups are cut apart and laid together. How large it becomes is told, the batch by itself. */
export function stamped(node: GraphNode, to: Emitter, part?: string): string {
  const attrs = attrsOf<ConvTransposeAttrs>(node)
  const [vertical, horizontal] = transposedAxes(attrs)
  const { groups, filters } = attrs
  const [x] = to.inputs
  const many = filters / groups
  const sides = [0, 0, vertical.before, vertical.after, horizontal.before, horizontal.after, 0, 0]
  const attr = {
    strides: square(vertical.stride, horizontal.stride),
    padding: text('EXPLICIT'),
    explicit_paddings: numbers(sides),
  }
  const whole = to.operation('Shape', [x], { out_type: { type: 'DT_INT32' } }, 'sides')
  const bounds = [to.integers('first', [0]), to.integers('one', [1])]
  const batch = to.operation('Slice', [whole, ...bounds], { T: { type: 'DT_INT32' } }, 'batch')
  const rest = to.integers('map', [...extent(node.shape), many])
  const joined = [batch, rest, to.integers('along', [0], [])]
  const shape = to.operation('ConcatV2', joined, { N: { i: 2 }, T: { type: 'DT_INT32' } }, 'shape')
  const [height, width, depth] = node.weights.kernel.shape
  const kernelOf = (g: number): Arranged => ({
    shape: [height, width, many, depth],
    pieces: (values) =>
      turnedTaps(
        groups === 1
          ? values
          : ([...filtersOf(node.weights.kernel.shape, g * many, many).pieces(values)][0] as Float32Array),
        [height * width, depth, many],
      ),
  })
  if (groups === 1)
    return to.operation('Conv2DBackpropInput', [shape, to.weight('kernel', kernelOf(0)), x], attr, part)
  const axis = to.integers('axis', [3], [])
  to.operation('Split', [axis, x], { num_split: { i: groups } }, 'groups')
  const results = Array.from({ length: groups }, (_, g) => {
    const kernel = to.weight('kernel', kernelOf(g), `kernel${g}`)
    return to.operation('Conv2DBackpropInput', [shape, kernel, `${node.id}.groups:${g}`], attr, `group${g}`)
  })
  return to.operation('ConcatV2', [...results, axis], { N: { i: groups } }, part)
}
