import { integer } from '../../shared/schema'

export const options = {
  size: integer(224, 4, 256, 'Height and width of the input.'),
  from: integer(3, 1, 64, 'Its channels.'),
  kernel: integer(7, 1, 11, 'Side of the kernel.'),
  stride: integer(2, 1, 4, 'Stride.'),
  pad: integer(3, 0, 5, 'Padding on every side.'),
  filters: integer(64, 1, 256, 'Filters.'),
}
