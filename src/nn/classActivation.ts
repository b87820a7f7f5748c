import type { Graph, NodeId } from './graph'
import { opOf } from './ops'
import { asMap, isMap, type Shape, volume } from './shape'

/** A head that scores each class by a weighted mean of the last feature maps. */
export interface AveragingHead {
  /** The last feature maps, [height, width, channels]. */
  readonly maps: NodeId
  /** The fully connected layer: its kernel is [channels, classes], and its output is the score (logit) of each class. */
  readonly scores: NodeId
  readonly hasBias: boolean
}

/**
 * The end of a network that has global average pooling right before its only fully connected layer; undefined for any
 * other. Zhou et al. 2016, "Learning Deep Features for Discriminative Localization", section 2.
 */
export function averagingHead(graph: Graph): AveragingHead | undefined {
  if (graph.issues.length > 0) return undefined
  let node = graph.node(graph.outputs[0])
  const before = () => (node.inputs.length === 1 ? graph.node(node.inputs[0]) : undefined)
  // The softmax, which makes shares of the scores.
  if (node.family === 'output' || Object.keys(node.weights).length === 0) {
    const scores = before()
    if (!scores) return undefined
    node = scores
  }
  const { kernel, bias } = node.weights
  if (!kernel || kernel.shape.length !== 2) return undefined
  const scores = node
  let pooled = before()
  while (pooled && opOf(pooled).passes) {
    node = pooled
    pooled = before()
  }
  if (!pooled || !opOf(pooled).averages || volume(pooled.shape) !== kernel.shape[0]) return undefined
  const maps = graph.node(pooled.inputs[0])
  return isMap(maps.shape) ? { maps: maps.id, scores: scores.id, hasBias: bias !== undefined } : undefined
}

/** How a score comes about: the map whose mean it is, less the bias, and what each channel adds to it. */
export interface ClassActivation {
  /** Σₖ wₖ·Aₖ at every position, row by row. */
  readonly map: Float32Array
  readonly height: number
  readonly width: number
  /** The mean of `map`; with the bias it is the score. */
  readonly mean: number
  /** What each channel adds to that mean: its weight times the mean of its feature map. */
  readonly channels: Float32Array
}

/**
 * The class activation map of one class.
 * @param values the last feature maps in the order height, width, channel
 * @param weights the class's column of the fully connected kernel, one weight per channel
 */
export function classActivation(values: Float32Array, shape: Shape, weights: Float32Array): ClassActivation {
  const [height, width, depth] = asMap(shape)
  const map = new Float32Array(height * width)
  const channels = new Float32Array(depth)
  for (let at = 0; at < map.length; at++) {
    let sum = 0
    for (let k = 0; k < depth; k++) {
      const part = weights[k] * values[at * depth + k]
      sum += part
      channels[k] += part / map.length
    }
    map[at] = sum
  }
  return { map, height, width, mean: map.reduce((sum, value) => sum + value, 0) / map.length, channels }
}
