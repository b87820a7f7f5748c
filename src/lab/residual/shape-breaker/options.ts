import { choice, integer } from '../../shared/schema'
import { ways } from './block'

export const options = {
  filters: integer(128, 16, 256, 'Filters of the block.'),
  stride: integer(2, 1, 2, 'Stride of its first convolution.'),
  way: choice(ways, 'identity', 'What is on the shortcut.'),
}
