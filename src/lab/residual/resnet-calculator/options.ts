import { choice, flag, list } from '../../shared/schema'
import { known, mostBlocks } from './network'

export const options = {
  kind: choice(['basic', 'bottleneck'], known[0].kind, 'The kind of block.'),
  blocks: list(known[0].blocks, 1, mostBlocks, [4, 4], 'Blocks in each stage.'),
  projections: flag(false, 'Whether projections are counted.'),
}
