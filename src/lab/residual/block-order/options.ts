import { words } from '../../shared/schema'
import { arrangements } from './order'

export const readouts = ['errors'] as const

export const options = {
  order: words(
    ['conv', 'bn', 'relu', 'add'],
    arrangements[0].order,
    'The parts of the block, in their order.',
  ),
}
