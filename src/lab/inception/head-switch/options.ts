import { choice, flag } from '../../shared/schema'
import { heads } from './heads'

export const options = {
  head: choice(heads, 'mean', 'What the last layer reads.'),
  dropped: flag(false, 'Whether one channel of the last map is dropped.'),
}

export const readouts = ['flattened'] as const
