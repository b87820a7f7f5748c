import { choice, integer } from '../../shared/schema'

export const options = {
  rounding: choice(['ceil', 'floor'], 'ceil', 'How pools round.'),
  layer: integer(1, 1, 20, 'The layer that is shown, counted from 1.'),
}

export const readouts = ['values'] as const
