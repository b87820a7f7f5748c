import type { Graph, GraphNode, Group, Issue, Memory } from './graph'
import { asMap, type MapShape } from './shape'
import { ownDepth, trainable } from './totals'

/** A top-level part of a network: a stage, or a layer that stands alone. */
export interface StageRow {
  readonly name: string
  readonly shape: MapShape
  readonly params: number
  readonly macs: number
  /** Side of the square of input pixels that one value sees, along the longest path. */
  readonly receptiveField: number
}

export interface Summary<Options> {
  readonly id: string
  readonly options: Options
  readonly input: MapShape
  readonly params: number
  readonly paramsBreakdown: {
    readonly weights: number
    readonly biases: number
    readonly batchNorm: number
    readonly running: number
  }
  readonly macs: number
  readonly depth: number
  readonly convModules: number
  /** Of the deepest convolution. */
  readonly receptiveField: number
  readonly memory: Memory
  readonly stages: readonly StageRow[]
  readonly issues: readonly Issue[]
}

/** The top-level parts in order, the input left out; parts beside the main path (auxiliary heads) come last. */
export function stagesOf(graph: Graph): readonly (GraphNode | Group)[] {
  const [, ...sideEnds] = graph.outputs
  const beside = (id: string) => sideEnds.some((end) => end === id || end.startsWith(`${id}/`))
  const parts = graph.group('').children.filter((id) => id !== graph.input)
  return [...parts.filter((id) => !beside(id)), ...parts.filter(beside)].map((id) =>
    graph.has(id) === 'group' ? graph.group(id) : graph.node(id),
  )
}

export function isGroup(part: GraphNode | Group): part is Group {
  return 'totals' in part
}

export function summarize<Options>(id: string, options: Options, graph: Graph): Summary<Options> {
  const { weights, biases, batchNorm, running } = graph.totals.params
  return {
    id,
    options,
    input: graph.architecture.input,
    params: graph.totals.trainable,
    paramsBreakdown: { weights, biases, batchNorm, running },
    macs: graph.totals.macs,
    depth: ownDepth(graph),
    convModules: graph.convModules,
    receptiveField: graph.receptiveField[0].size,
    memory: graph.memory,
    stages: stagesOf(graph).map((part) => ({
      name: part.name,
      shape: asMap(part.shape),
      params: isGroup(part) ? part.totals.trainable : trainable(part.params),
      macs: isGroup(part) ? part.totals.macs : part.macs,
      receptiveField: part.receptiveField[0].size,
    })),
    issues: graph.issues,
  }
}
