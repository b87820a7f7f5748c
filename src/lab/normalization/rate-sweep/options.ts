import * as v from 'valibot'
import { data } from '../../shared/schema'

const rates = ['0.01', '0.1', '0.5', '2']

export const options = {
  runs: data(
    v.array(v.string()),
    ['bn', 'nobn'].flatMap((bn) => rates.map((rate) => `rate-plain20-${bn}-${rate}`)),
    'Recorded runs by name.',
  ),
}

export const readouts = ['errors'] as const
