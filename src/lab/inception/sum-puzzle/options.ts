import { list, oneOf, words } from '../../shared/schema'

const blocks = ['3a', '3b', '4a', '4b', '4c', '4d', '4e', '5a', '5b'] as const

/** Every width of the paper is a multiple of it. */
export const step = 16

export const options = {
  blocks: words(blocks, blocks, 'The blocks to choose from.'),
  block: oneOf((given: { blocks: readonly string[] }) => given.blocks, 'The block that is filled.'),
  filled: list([0, 0, 0, 0], 0, 24 * step, [4, 4], 'Channels of its four paths.'),
}
