import type { Graph, Group } from '../../../nn/graph'
import { channels, extent } from '../../../nn/shape'

/** A place along the depth of a network of dense blocks, with the channels that leave it. */
export interface Tooth {
  /** Counted from 0, where the first block begins. */
  readonly place: number
  readonly channels: number
  readonly at: string
}

/** The stages that keep a map: blocks and transitions, without stem and head. */
function stagesOf(graph: Graph): readonly Group[] {
  const stages = graph
    .group('')
    .children.filter((id) => graph.has(id) === 'group')
    .map((id) => graph.group(id))
  const isBlock = (stage: Group) => layersOf(graph, stage).length > 0
  const first = stages.findIndex(isBlock)
  const last = stages.findLastIndex(isBlock)
  return stages.slice(first, last + 1)
}

/** The layers of a dense block; none in a transition. */
function layersOf(graph: Graph, stage: Group): readonly Group[] {
  return stage.children
    .filter((id) => graph.has(id) === 'group')
    .map((id) => graph.group(id))
    .filter(({ level }) => level === 'block')
}

/** Channels rise by k with every layer and fall at every transition. */
export function sawtooth(graph: Graph): readonly Tooth[] {
  const stages = stagesOf(graph)
  const enters = graph.node(stages[0].input)
  const parts = stages.flatMap((stage) => {
    const layers = layersOf(graph, stage)
    return layers.length > 0 ? layers : [stage]
  })
  return [
    { place: 0, channels: channels(enters.shape), at: enters.id },
    ...parts.map(({ id, shape }, i) => ({ place: i + 1, channels: channels(shape), at: id })),
  ]
}

export interface StageCost {
  readonly id: string
  readonly isBlock: boolean
  /** Height and width of the map that the stage works on. */
  readonly side: number
  readonly enter: number
  readonly leave: number
  /** Trained. */
  readonly params: number
  readonly macs: number
}

/** What every block and every transition costs. */
export function stageCosts(graph: Graph): readonly StageCost[] {
  return stagesOf(graph).map((stage) => {
    const enters = graph.node(stage.input)
    return {
      id: stage.id,
      isBlock: layersOf(graph, stage).length > 0,
      side: extent(enters.shape)[0],
      enter: channels(enters.shape),
      leave: channels(stage.shape),
      params: stage.totals.trainable,
      macs: stage.totals.macs,
    }
  })
}

export interface Copies {
  /** The stage that the layer stands in. */
  readonly stage: string
  /** Values of what the layer reads: a copy of all that came before it in its block. */
  readonly copied: number
  /** Values that it adds. */
  readonly added: number
}

/** What every dense layer reads and adds, one image, in values. */
export function copiesOf(graph: Graph): readonly Copies[] {
  return stagesOf(graph).flatMap((stage) =>
    layersOf(graph, stage).map(({ input, shape }) => {
      const [height, width] = extent(shape)
      const read = channels(graph.node(input).shape)
      return {
        stage: stage.id,
        copied: read * height * width,
        added: (channels(shape) - read) * height * width,
      }
    }),
  )
}

/** Values that are there at all: a block ends with everything that entered it or was made in it. */
export function distinctOf(graph: Graph): number {
  return stageCosts(graph)
    .filter(({ isBlock }) => isBlock)
    .reduce((sum, { side, leave }) => sum + side * side * leave, 0)
}
