import { graphOf } from '../../../architectures/built'
import { words } from '../../shared/schema'

/** The blocks of ResNet-18, in order. */
export const blocks = graphOf('resnet18')
  .groups.filter(({ level }) => level === 'block')
  .map(({ id }) => id)

export const options = {
  out: words(blocks, blocks.slice(3), 'Blocks that are removed.'),
}
