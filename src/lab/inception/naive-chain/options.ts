import { choice, integer } from '../../shared/schema'

export const options = {
  quantity: choice(['channels', 'params', 'macs'], 'channels', 'What is shown.'),
  length: integer(2, 1, 9, 'Blocks in a row; the reader adds the others, and sees what they do.'),
}

export const readouts = ['channels'] as const
