import { choice } from '../../shared/schema'

const networks = ['densenet121', 'densenet169', 'densenet201', 'densenet264'] as const

export const options = {
  network: choice(networks, 'densenet121', 'The network.'),
}

export const readouts = ['ratio'] as const
