import type { Graph, GraphNode, Group, Issue, Memory } from './graph'
import { asMap, type MapShape } from './shape'
import { ownDepth, trainable } from './totals'

/** A top-level part of a network: a stage, or a layer that stands alone. */
export interface StageRow {
  readonly name: string
  readonly shape: MapShape
  /** Null for a layer that does not fit. */
  readonly params: number | null
  readonly macs: number | null
  /** Present where something inside does not fit, so that its counts are lower bounds. */
  readonly incomplete?: true
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
  /** Present where something does not fit, so that the counts are lower bounds. */
  readonly incomplete?: true
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

function countsOf(part: GraphNode | Group): Pick<StageRow, 'params' | 'macs' | 'incomplete'> {
  if (!isGroup(part))
    return part.fits
      ? { params: trainable(part.params), macs: part.macs }
      : { params: null, macs: null, incomplete: true }
  const { trainable: params, macs, incomplete } = part.totals
  return { params, macs, ...(incomplete && { incomplete }) }
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
    ...(graph.totals.incomplete && { incomplete: true }),
    stages: stagesOf(graph).map((part) => ({
      name: part.name,
      shape: asMap(part.shape),
      ...countsOf(part),
      receptiveField: part.receptiveField[0].size,
    })),
    issues: graph.issues,
  }
}
