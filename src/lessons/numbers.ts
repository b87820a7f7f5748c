import type { Options } from '../architectures/family'
import { graphOf } from '../architectures/built'
import { nearest } from '../architectures/nearest'
import type { Graph, GraphNode, Params } from '../nn/graph'
import { channels, type Shape } from '../nn/shape'
import type { DepthRule } from '../nn/spec'
import { ownDepth } from '../nn/totals'

/** A network by name, with options where it is not the preset itself. */
export type Network = string | readonly [name: string, options: Options]

/** What a lesson may ask of a network. `at` is a node or a group; without it the whole network is meant. */
export interface Numbers {
  graph(network: Network): Graph
  /** Weights, biases, γ and β. */
  params(network: Network, at?: string): number
  /** Weights of convolutions and fully connected layers. */
  weights(network: Network, at?: string): number
  biases(network: Network, at?: string): number
  /** γ and β. */
  batchNorm(network: Network, at?: string): number
  /** Means and variances, estimated and not trained. */
  running(network: Network, at?: string): number
  /** Multiply-accumulates of convolutions and fully connected layers, one image. */
  macs(network: Network, at?: string): number
  /** As the paper counts it, or by another rule. */
  depth(network: Network, rule?: DepthRule): number
  /** Convolutions anywhere, projections counted. */
  convolutions(network: Network): number
  /** Side of the receptive field of a node, or of the deepest convolution. */
  field(network: Network, at?: string): number
  shape(network: Network, at: string): Shape
  channels(network: Network, at: string): number
  /** Values of all outputs together, one image. */
  activations(network: Network, at?: string): number
}

const kinds = [
  'weights',
  'biases',
  'batchNorm',
  'running',
  'fixed',
] as const satisfies readonly (keyof Params)[]

function nodesOf(graph: Graph, at: string): readonly GraphNode[] {
  const kind = graph.has(at)
  if (kind === undefined) throw new Error(noNode(graph, at))
  return kind === 'node' ? [graph.node(at)] : graph.group(at).nodes.map((id) => graph.node(id))
}

/** `ResNet-18 has no "conv9"; did you mean conv1?` */
function noNode(graph: Graph, at: string): string {
  const near = nearest(at, [...graph.groups, ...graph.nodes].map(({ id }) => id).filter(Boolean))
  const meant = near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''
  return `${graph.architecture.title} has no "${at}"${meant}`
}

function paramsOf(graph: Graph, at = ''): Params {
  const sum: Record<keyof Params, number> = { weights: 0, biases: 0, batchNorm: 0, running: 0, fixed: 0 }
  for (const { params } of nodesOf(graph, at)) for (const kind of kinds) sum[kind] += params[kind]
  return sum
}

function of(network: Network): Graph {
  return typeof network === 'string' ? graphOf(network) : graphOf(network[0], network[1])
}

function shapeOf(graph: Graph, at: string): Shape {
  return graph.has(at) === 'group' ? graph.group(at).shape : nodesOf(graph, at)[0].shape
}

/** Every number is counted from the Graph at the moment it is asked for; nothing is stored. */
export const numbers: Numbers = {
  graph: of,
  params: (network, at) => {
    const { weights, biases, batchNorm } = paramsOf(of(network), at)
    return weights + biases + batchNorm
  },
  weights: (network, at) => paramsOf(of(network), at).weights,
  biases: (network, at) => paramsOf(of(network), at).biases,
  batchNorm: (network, at) => paramsOf(of(network), at).batchNorm,
  running: (network, at) => paramsOf(of(network), at).running,
  macs: (network, at = '') => nodesOf(of(network), at).reduce((sum, node) => sum + node.macs, 0),
  depth: (network, rule) => (rule ? of(network).depth[rule] : ownDepth(of(network))),
  convolutions: (network) => of(network).convModules,
  field: (network, at) => {
    const graph = of(network)
    if (at === undefined) return graph.receptiveField[0].size
    return (graph.has(at) === 'group' ? graph.group(at) : graph.node(at)).receptiveField[0].size
  },
  shape: (network, at) => shapeOf(of(network), at),
  channels: (network, at) => channels(shapeOf(of(network), at)),
  activations: (network, at = '') =>
    nodesOf(of(network), at).reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0),
}
