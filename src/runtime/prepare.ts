import type { GraphNode } from '../nn/graph'
import type { Affine, WeightArray } from '../nn/op'
import { opOf } from '../nn/ops'
import type { Step } from './plan'
import type { WeightSource } from './weights'

/** Arrays that a step needs, by the names its kernel knows. */
export type Arrays = Readonly<Record<string, WeightArray>>

function weightsOf(node: GraphNode, source: WeightSource): Record<string, Float32Array> {
  return Object.fromEntries(Object.keys(node.weights).map((name) => [name, source(node.id, name)]))
}

function affineOf(node: GraphNode, source: WeightSource): Affine {
  return opOf(node).affine!(weightsOf(node, source), node.attrs)
}

/**
 * The weights of a step with its normalizations folded in: y = s·(W x + b) + t is (s·W) x + (s·b + t), output
 * channel by output channel. A normalization on its own becomes `scale` and `shift`.
 */
export function prepare(step: Step, source: WeightSource): Arrays {
  const { first } = step
  if (opOf(first).affine) {
    const { scale, shift } = affineOf(first, source)
    return {
      // A depthwise 1×1 kernel: scaling, shifting and ReLU in one pass.
      scale: { values: scale, shape: [1, 1, scale.length, 1] },
      shift: { values: shift, shape: [shift.length] },
    }
  }
  const arrays: Record<string, WeightArray> = Object.fromEntries(
    Object.entries(weightsOf(first, source)).map(([name, values]) => [
      name,
      { values, shape: first.weights[name].shape },
    ]),
  )
  for (const normalization of step.folded) {
    const { scale, shift } = affineOf(normalization, source)
    const outputs = scale.length
    const kernel = arrays.kernel.values
    for (let i = 0; i < kernel.length; i++) kernel[i] *= scale[i % outputs]
    const bias = arrays.bias?.values ?? new Float32Array(outputs)
    for (let c = 0; c < outputs; c++) bias[c] = bias[c] * scale[c] + shift[c]
    arrays.bias = { values: bias, shape: [outputs] }
  }
  return opOf(first).pack?.(arrays, first.attrs) ?? arrays
}
