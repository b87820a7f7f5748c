import { among, integer } from '../../shared/schema'
import { input, paper } from './path'

const kernels: readonly number[] = [3, 5, 7, 11]

export const options = {
  kernel: among(kernels, paper.kernel, 'Width and height of the kernel.'),
  reduce: integer(paper.reduce, 1, input[2], 'Channels that the 1×1 outputs.'),
  filters: integer(paper.filters, 1, 256, 'Filters of the convolution.'),
}
