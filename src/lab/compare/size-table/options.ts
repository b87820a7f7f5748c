import { choice, networks } from '../../shared/schema'

const quantities = ['output', 'layers', 'params', 'macs', 'field'] as const

/** What a slide may hide: all that the cells show of one kind, with its sum. */
export const readouts = quantities

export const options = {
  networks: networks(
    ['densenet121', 'densenet169', 'densenet201', 'densenet264'],
    'The networks, a column each.',
  ),
  quantity: choice(quantities, 'output', 'What the cells show.'),
}
