import { among, networks, oneOf } from '../../shared/schema'

export const options = {
  networks: networks(['vgg16', 'resnet18', 'densenet121'], 'The networks to choose from.'),
  network: oneOf((given: { networks: readonly string[] }) => given.networks, 'The network that is shown.'),
  batch: among([1, 2, 4, 8, 16, 32, 64, 128, 256], 1, 'Images per batch.'),
}

export const readouts = ['largest'] as const
