import { lectureNetworks } from '../../shared/lecture-networks'
import { choice, networks } from '../../shared/schema'

export const options = {
  networks: networks(lectureNetworks, 'The networks, one per row.'),
  scale: choice(['root', 'linear'], 'root', 'What the width of a slab stands for.'),
}

export const readouts = ['params'] as const
