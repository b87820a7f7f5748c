import { graphOf } from '../../../architectures/built'
import type { Graph } from '../../../nn/graph'
import { keepers } from '../../transfer/frozen-statistics/drift'

/** Trained networks with batch normalizations, small enough to be run in training mode here; a model is named like its network. */
export const modelNames = [
  'cifar-resnet20',
  'cifar-plain20',
  'cifar-resnet56',
  'cifar-densenet22-k12',
  'cifar-inception20',
] as const

export type ModelName = (typeof modelNames)[number]

/** The normalizations of a network, from the image on: the nodes that keep running statistics. */
export const normsOf: (graph: Graph) => readonly string[] = keepers

export const normsOfModel = (model: ModelName): readonly string[] => normsOf(graphOf(model))
