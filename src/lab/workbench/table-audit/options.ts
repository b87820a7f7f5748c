import * as v from 'valibot'
import { presets } from '../../../architectures/index'
import { choice, data, integer, own, text } from '../../shared/schema'
import { example } from './example'

/** No network to count against. */
export const nothing = 'none'

export const options = {
  table: data(v.string(), example, 'The table to begin with: name | output | params | MACs, a row a line.'),
  text: own(text('', 6000, 'The table as the reader has it.')),
  kilo: choice(['1024', '1000'], '1024', 'What K stands for.'),
  network: choice(
    [nothing, ...presets.map(({ id }) => id)],
    'googlenet',
    'The network that the rows are parts of.',
  ),
  row: integer(0, 0, 200, 'The row whose arithmetic is shown, counted from 1.'),
}

export const readouts = ['verdicts', 'positions'] as const
