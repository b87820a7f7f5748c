import { side } from '../../shared/photo'
import { integer, number } from '../../shared/schema'
import { filters } from './mix'

const [red, green, blue] = filters[0].weights

export const options = {
  red: number(red, -1, 1, 'Weight of the red channel.'),
  green: number(green, -1, 1, 'Weight of the green channel.'),
  blue: number(blue, -1, 1, 'Weight of the blue channel.'),
  row: integer(48, 0, side - 1, 'Row of the pixel whose sum is written out.'),
  column: integer(40, 0, side - 1, 'Its column.'),
}
