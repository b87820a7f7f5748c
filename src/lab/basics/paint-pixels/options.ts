import * as v from 'valibot'
import { data, integer, network } from '../../shared/schema'

export const options = {
  network: network('googlenet', 'The network that the layer is in.'),
  at: data(v.string(), 'conv1/conv', 'A convolution of it.'),
  image: data(v.string(), 'cat-1', 'A sample image.'),
  brush: integer(9, 1, 31, 'Side of the brush, in positions.'),
}

export const readouts = ['MACs'] as const
