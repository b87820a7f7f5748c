import { choice, integer } from '../../shared/schema'

export const options = {
  report: choice(['amount', 'transfer'], 'amount', 'Three widths, or transfer in four ways.'),
  form: choice(['curves', 'lines'], 'curves', 'Curves, or bars by how much of the network learns.'),
  axis: choice(['linear', 'logarithmic', 'none'], 'linear', 'The axis of errors.'),
  amount: integer(1, 1, 20, 'Which number of images the bars are for, counted from the smallest.'),
}

export const readouts = ['curves', 'what learns'] as const
