import { flag, integer } from '../../shared/schema'
import { examples } from './counts'

const { kernel, from, to, bias } = examples[0].layer

export const options = {
  kernel: integer(kernel, 1, 11, 'Side of the kernel.'),
  from: integer(from, 1, 512, 'Channels in.'),
  to: integer(to, 1, 4096, 'Channels out.'),
  bias: flag(bias, 'Whether each filter has a bias.'),
}
