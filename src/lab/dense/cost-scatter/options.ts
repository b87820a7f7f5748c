import { choice, networks } from '../../shared/schema'

const published = [
  'resnet18',
  'resnet34',
  'resnet50',
  'googlenet',
  'densenet121',
  'densenet169',
  'densenet201',
]

export const options = {
  networks: networks(published, 'The networks, a dot each.'),
  upright: choice(['macs', 'activations'], 'macs', 'The vertical axis.'),
}
