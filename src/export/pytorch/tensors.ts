import type { Graph, GraphNode } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import { channelsFirst, filtersFirst, type Pieces, type Planned, planned } from '../tensors'
import { orderOf } from './order'
import { name } from '../program/python'

/** What modules of PyTorch call weights of which there is one for each channel. */
const called: Readonly<Record<string, string>> = {
  coefficient: 'weight',
  gamma: 'weight',
  beta: 'bias',
  mean: 'running_mean',
  variance: 'running_var',
}

/** The state of the program that `writePytorch` writes: what `load_state_dict` takes, in PyTorch's order and shapes. */
export function torchTensors(graph: Graph): readonly Planned[] {
  return graph.nodes.flatMap((node) =>
    Object.keys(node.weights).map((weight) => tensorOf(graph, node, weight)),
  )
}

/** A tensor under PyTorch's name `what` with its `sides`, of the values that the page has. */
type As = (what: string, sides: readonly number[], pieces: (values: Float32Array) => Pieces) => Planned

/** Ops whose weights PyTorch names or arranges otherwise; undefined: a weight of theirs that it does not. */
const forms: Readonly<
  Record<string, (node: GraphNode, weight: string, as: As, graph: Graph) => Planned | undefined>
> = {
  conv(node, weight, as) {
    if (weight !== 'kernel') return undefined
    const [height, width, depth, filters] = node.weights.kernel.shape
    return as('weight', [filters, depth, height, width], (values) =>
      filtersFirst(values, [height * width, depth, filters]),
    )
  },
  convTranspose(node, weight, as) {
    if (weight !== 'kernel') return undefined
    const [height, width, depth, filters] = node.weights.kernel.shape
    const groups = Number(node.attrs.groups)
    return as('weight', [depth * groups, filters / groups, height, width], (values) =>
      channelsFirst(values, [height * width, depth, filters], groups),
    )
  },
  partialConv(node, weight, as) {
    if (weight !== 'kernel') return undefined
    const [height, width, pairs] = node.weights.kernel.shape
    return as('weight', [pairs, height, width], (values) => filtersFirst(values, [height * width, 1, pairs]))
  },
  dense(node, weight, as, graph) {
    if (weight !== 'kernel') return undefined
    const [inputs, units] = node.weights.kernel.shape
    const order = orderOf(graph, node.inputs[0])
    return as('weight', [units, inputs], (values) => unitsFirst(values, inputs, units, order))
  },
  batchNorm: perUnit,
  scaleShift: (node, weight, as) =>
    as(weight === 'coefficient' ? 'weight' : 'bias', [node.weights[weight].shape[0], 1, 1], (values) => [
      values,
    ]),
  layerNorm: perUnit,
  layerScale: perUnit,
}

/** One value for each channel; for a vector that was a map, in PyTorch's order. */
function perUnit(node: GraphNode, weight: string, as: As, graph: Graph): Planned {
  const order = isMap(node.shape) ? undefined : orderOf(graph, node.id)
  const { shape } = node.weights[weight]
  const isFactor = weight === 'coefficient' && isMap(node.shape)
  return as(called[weight], isFactor ? [...shape, 1, 1] : shape, (values) => [
    order ? Float32Array.from(order, (place) => values[place]) : values,
  ])
}

function tensorOf(graph: Graph, node: GraphNode, weight: string): Planned {
  const full = (what: string) => `${name(node.id)}.${what}`
  const as: As = (what, shape, pieces) => planned(full(what), node, weight, { shape, pieces })
  return forms[node.op]?.(node, weight, as, graph) ?? planned(full(weight), node, weight)
}

/** A kernel [inputs, units] as [units, inputs], the inputs in another order, some units at a time. */
function unitsFirst(values: Float32Array, inputs: number, units: number, order?: Int32Array): Pieces {
  if (!order) return filtersFirst(values, [1, inputs, units])
  return reordered(filtersFirst(values, [1, inputs, units]), inputs, order)
}

function* reordered(pieces: Iterable<Float32Array>, inputs: number, order: Int32Array) {
  for (const piece of pieces) {
    const moved = new Float32Array(piece.length)
    for (let row = 0; row < piece.length; row += inputs)
      for (let k = 0; k < inputs; k++) moved[row + k] = piece[row + order[k]]
    yield moved
  }
}
