import { choice, networks } from '../../shared/schema'

export const options = {
  networks: networks(
    ['densenet121', 'densenet169', 'densenet201', 'densenet264'],
    'The networks, a column each.',
  ),
  quantity: choice(['output', 'layers', 'params', 'macs', 'field'], 'output', 'What the cells show.'),
}
