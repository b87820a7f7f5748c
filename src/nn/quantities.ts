import type { Graph, GraphNode, Group, NodeId, GroupId } from './graph'
import { isGroup } from './summary'
import { volume } from './shape'
import { bytesPerValue, trainable } from './totals'

export const quantityIds = ['parameters', 'macs', 'memory', 'field'] as const

export type QuantityId = (typeof quantityIds)[number]

/** A number that every part of a network has, which a table shows and a picture can be coloured by. */
export interface Quantity {
  readonly id: QuantityId
  readonly name: string
  /** What one of it is, in the plural. */
  readonly unit: string
  /** How it is counted, as a sentence. */
  readonly convention: string
  /** Whether the values of disjoint parts add up to the value of the network. */
  readonly adds: boolean
  /**
   * Of a node, a group or (`''`) the whole network; null where it has no meaning, and for a node that does not fit.
   * Of a part in which something does not fit it is a lower bound (`isIncomplete`). Throws on an unknown id.
   */
  of(graph: Graph, id: NodeId | GroupId): number | null
}

/** A quantity that is read from the totals of a group and from a node of its own. */
function summed(
  group: (totals: Group['totals']) => number,
  node: (node: GraphNode) => number,
): Pick<Quantity, 'adds' | 'of'> {
  return {
    adds: true,
    of: (graph, id) => {
      const part = partOf(graph, id)
      if (isGroup(part)) return group(part.totals)
      return part.fits ? node(part) : null
    },
  }
}

/** The node or the group of an id. */
export function partOf(graph: Graph, id: NodeId | GroupId): GraphNode | Group {
  return graph.has(id) === 'group' ? graph.group(id) : graph.node(id)
}

/** Whether something in it does not fit, so that what is counted of it is a lower bound or nothing. */
export function isIncomplete(part: GraphNode | Group): boolean {
  return isGroup(part) ? part.totals.incomplete : !part.fits
}

/** What is counted of a network, by id, in the order in which it is shown. */
export const quantities: Readonly<Record<QuantityId, Quantity>> = {
  /** Trained values: weights, biases, γ and β; running statistics and designed values are left out, as in papers. */
  parameters: {
    id: 'parameters',
    name: 'Parameters',
    unit: 'parameters',
    convention: 'What training changes: weights, biases, and the scale and shift of batch normalization.',
    ...summed(
      (totals) => totals.trainable,
      (node) => trainable(node.params),
    ),
  },

  /** Multiply-accumulates for one image; one is two FLOPs. */
  macs: {
    id: 'macs',
    name: 'MACs',
    unit: 'MACs',
    convention: 'Multiply-accumulates for one image, of convolutions and fully connected layers only.',
    ...summed(
      (totals) => totals.macs,
      (node) => node.macs,
    ),
  },

  /**
   * Bytes of a layer's output as float32, for one image; of a group, of all outputs inside. Every output counts once,
   * as when training keeps them all, so that the sum is `memory.all` of the graph and not its peak.
   */
  memory: {
    id: 'memory',
    name: 'Memory',
    unit: 'bytes',
    convention: `Output of a layer for one image, ${bytesPerValue} bytes per value, with every output kept, as in training.`,
    ...summed(
      (totals) => totals.activations * bytesPerValue,
      (node) => volume(node.shape) * bytesPerValue,
    ),
  },

  /**
   * The longer side, in pixels of the input, of the rectangle that one output value sees (Araujo, Norris, Sim 2019);
   * it may reach over the edge of the image. Of the network: that of its deepest convolution. The input has none: it
   * is what is seen.
   */
  field: {
    id: 'field',
    name: 'Receptive field',
    unit: 'pixels',
    convention:
      'Longer side of the part of the input that one output value sees; it may be larger than the image.',
    adds: false,
    of(graph, id) {
      if (id === graph.input) return null
      const { receptiveField } = id === '' ? graph : partOf(graph, id)
      return Math.max(...receptiveField.map((reach) => reach.size))
    },
  },
}
