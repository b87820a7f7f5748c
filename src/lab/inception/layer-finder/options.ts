import { among, choice, integer } from '../../shared/schema'

const odd: readonly number[] = [1, 3, 5, 7, 9, 11]

export const options = {
  kind: choice(['plain', 'separable'], 'plain', 'One convolution, or each color on its own and then a 1×1.'),
  kernel: among(odd, 7, 'Side of the kernel.'),
  filters: integer(64, 1, 128, 'Channels out.'),
  multiplier: integer(1, 1, 16, 'Kernels for each color.'),
}
