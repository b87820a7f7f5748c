import * as v from 'valibot'
import { choice, data, own, text } from '../../shared/schema'
import { example } from './example'

export const options = {
  table: data(v.string(), example, 'The table to begin with: name | output | params | MACs, a row a line.'),
  text: own(text('', 4000, 'The table as the reader has it.')),
  kilo: choice(['1024', '1000'], '1024', 'What K stands for.'),
}

export const readouts = ['verdicts', 'positions'] as const
