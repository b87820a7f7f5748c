import * as v from 'valibot'
import { among, data, integer, network } from '../../shared/schema'

export const options = {
  network: network(
    '',
    'With a network its stages are the layers; without one the reader stacks convolutions.',
  ),
  stage: integer(1, 1, 40, 'The stage of the network, counted from 1.'),
  kernel: among([3, 5, 7], 3, 'Side of the kernels that are stacked.'),
  layers: integer(3, 1, 6, 'How many of them.'),
  stride: integer(1, 1, 2, 'Stride of the first.'),
  image: data(v.string(), 'dog-1', 'A sample image.'),
}
