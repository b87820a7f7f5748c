import { integer } from '../../shared/schema'

export const options = {
  growth: integer(32, 4, 64, 'Channels that a layer makes, k.'),
  factor: integer(4, 1, 8, 'What the 1×1 keeps, as a multiple of k.'),
}

export const readouts = ['bottleneck'] as const
