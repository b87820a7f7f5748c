import type { Graph, GraphNode } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import { filtersFirst, type Pieces, type Planned, planned } from '../tensors'
import { orderOf } from './order'
import { name } from '../program/python'

/** What modules of PyTorch call the weights of a batch normalization. */
const normalized = { gamma: 'weight', beta: 'bias', mean: 'running_mean', variance: 'running_var' } as const

/** The state of the program that `writePytorch` writes: what `load_state_dict` takes, in PyTorch's order and shapes. */
export function torchTensors(graph: Graph): readonly Planned[] {
  return graph.nodes.flatMap((node) =>
    Object.keys(node.weights).map((weight) => tensorOf(graph, node, weight)),
  )
}

function tensorOf(graph: Graph, node: GraphNode, weight: string): Planned {
  const { shape } = node.weights[weight]
  const called = (what: string) => `${name(node.id)}.${what}`
  const as = (what: string, sides: readonly number[], pieces: (values: Float32Array) => Pieces) =>
    planned(called(what), node, weight, { shape: sides, pieces })
  switch (node.op) {
    case 'conv': {
      if (weight !== 'kernel') break
      const [height, width, depth, filters] = shape
      return as('weight', [filters, depth, height, width], (values) =>
        filtersFirst(values, [height * width, depth, filters]),
      )
    }
    case 'partialConv': {
      if (weight !== 'kernel') break
      const [height, width, pairs] = shape
      return as('weight', [pairs, height, width], (values) =>
        filtersFirst(values, [height * width, 1, pairs]),
      )
    }
    case 'dense': {
      if (weight !== 'kernel') break
      const [inputs, units] = shape
      const order = orderOf(graph, node.inputs[0])
      return as('weight', [units, inputs], (values) => unitsFirst(values, inputs, units, order))
    }
    case 'batchNorm': {
      const order = isMap(node.shape) ? undefined : orderOf(graph, node.id)
      const what = normalized[weight as keyof typeof normalized]
      return order
        ? as(what, shape, (values) => [Float32Array.from(order, (place) => values[place])])
        : planned(called(what), node, weight)
    }
    case 'scaleShift': {
      const what = weight === 'coefficient' ? 'weight' : 'bias'
      return as(what, [shape[0], 1, 1], (values) => [values])
    }
  }
  return planned(called(weight), node, weight)
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
