import { integer, number } from '../../shared/schema'

export const options = {
  count: integer(4, 0, 8, 'Extra layers.'),
  share: number(0, 0, 1, 'How close they are to doing nothing, 0 to 1.'),
}
