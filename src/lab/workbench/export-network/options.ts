import { choice, networks, oneOf } from '../../shared/schema'

/** The network of the block builder. */
export const built = 'own'

export const options = {
  networks: networks(
    ['densenet121', 'resnet18', 'googlenet', 'resnext50-32x4d', 'cifar-resnet20', 'lenet5'],
    'The networks to choose from, besides the one that the reader built.',
  ),
  network: oneOf(
    (given: { networks: readonly string[] }) => [built, ...given.networks],
    'The network that is written.',
  ),
  format: choice(['pytorch', 'keras', 'onnx', 'tfjs', 'json', 'weights'], 'pytorch', 'The format.'),
}
