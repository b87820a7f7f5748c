import * as v from 'valibot'
import { data } from '../../shared/schema'

export const options = {
  runs: data(v.array(v.string()), ['cifar-plain20', 'cifar-resnet20'], 'Recorded runs by name.'),
  of: data(
    v.optional(v.array(v.picklist(['trainError', 'testError', 'trainLoss', 'testLoss']))),
    undefined,
    'Which of their curves; the errors unless said.',
  ),
  wait: data(
    v.optional(v.array(v.string())),
    undefined,
    'Those whose curves wait while the slide hides them; all unless said.',
  ),
}

export const readouts = ['curves'] as const
