import { type Model, modelOf } from '../../shared/models'
import type { PairName } from './names'

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
