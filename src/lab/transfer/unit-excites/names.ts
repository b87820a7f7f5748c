import { graphOf } from '../../../architectures/built'
import { stagesOf } from '../feature-ladder/options'

/** Trained models, and the network that each is of. */
export const networks = {
  'cifar-resnet20': 'cifar-resnet20',
  'imagenette-resnet18': 'resnet18',
  'imagenette-googlenet-bn': 'googlenet-bn',
} as const

export type ModelName = keyof typeof networks

export const modelNames = Object.keys(networks) as ModelName[]

/** The parts of a model whose channels can be looked at, from the image on. */
export function partsOf(model: ModelName): readonly string[] {
  return stagesOf(networks[model])
}

/** How many channels leave a part. */
export function channelsOf(model: ModelName, part: string): number {
  return graphOf(networks[model]).group(part).shape[2] ?? 1
}
