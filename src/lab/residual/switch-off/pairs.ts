import { models } from 'virtual:models'
import { graphOf } from '../../../architectures/built'
import type { Graph } from '../../../nn/graph'
import type { PairName } from './names'

/** A network with trained weights on this site. */
export interface Model {
  /** The folder of its weights. */
  readonly id: string
  readonly title: string
  readonly graph: Graph
  readonly classes: readonly string[]
}

const ids: Readonly<Record<PairName, readonly [residual: string, plain: string]>> = {
  resnet20: ['cifar-resnet20', 'cifar-plain20'],
  resnet56: ['cifar-resnet56', 'cifar-plain56'],
  resnet18: ['imagenette-resnet18', 'imagenette-plain18'],
}

/** The residual network and the plain one of its depth, as they were trained; undefined where the site lacks one. */
export function pairOf(name: PairName): readonly [residual: Model, plain: Model] | undefined {
  const [residual, plain] = ids[name].map(modelOf)
  return residual && plain && [residual, plain]
}

function modelOf(id: string): Model | undefined {
  const model = models.find((each) => each.id === id)
  if (!model) return undefined
  const { title, classes, network, options } = model
  return { id, title, classes, graph: graphOf(network, options) }
}
