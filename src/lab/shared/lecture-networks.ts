import { networkOf } from '../../architectures/built'
import type { Graph } from '../../nn/graph'
import { ownDepth } from '../../nn/totals'

/** One network of every family of the lecture, oldest first. */
export const lectureNetworks = [
  'lenet5',
  'alexnet',
  'zfnet',
  'sppnet',
  'vgg16',
  'googlenet',
  'resnet18',
  'resnext50-32x4d',
  'densenet121',
] as const

export interface Facts {
  readonly id: string
  readonly title: string
  /** Without its version: `ResNeXt-50`, `AlexNet`. */
  readonly name: string
  /** Of the paper as it is first known: the preprint where there was one. */
  readonly year: number
  readonly graph: Graph
  readonly depth: number
  readonly params: number
  readonly macs: number
}

/** What is told of a network wherever several stand side by side. */
export function factsOf(id: string): Facts {
  const { resolved, graph } = networkOf(id, {})
  return {
    id,
    title: resolved.architecture.title,
    name: resolved.architecture.title.replace(/ [(\d].*$/, ''),
    year: resolved.family.paper.year,
    graph,
    depth: ownDepth(graph),
    params: graph.totals.trainable,
    macs: graph.totals.macs,
  }
}
