import { among, integer } from '../../shared/schema'
import { base, widths } from './sizes'

export const options = {
  width: among(widths, 16, 'Filters of the first stage.'),
  blocks: integer(base.blocks, 1, 9, 'Pairs of convolutions per stage.'),
}

export const readouts = ['by width'] as const
