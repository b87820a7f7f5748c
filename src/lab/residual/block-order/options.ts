import { words } from '../../shared/schema'
import { arrangements } from './order'

export const options = {
  order: words(
    ['conv', 'bn', 'relu', 'add'],
    arrangements[0].order,
    'The parts of the block, in their order.',
  ),
}
