import { choice, integer } from '../../shared/schema'
import { roundings } from './chain'

export const options = {
  rounding: choice(
    roundings.map(([value]) => value),
    'floor',
    'What happens at the edge.',
  ),
  size: integer(112, 96, 128, 'Pixels in a row.'),
}
