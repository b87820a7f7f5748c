import * as v from 'valibot'
import { data, flag, text } from '../../shared/schema'

export const options = {
  pairs: data(
    v.array(v.tuple([v.string(), v.string()])),
    [
      ['few-resnet20-varied', 'few-resnet20-same'],
      ['cifar-plain20', 'cifar-plain56'],
    ],
    'Pairs of recorded runs of which the second does worse.',
  ),
  training: flag(false, 'Whether errors on the training images are shown, too.'),
  guesses: text('', 200, 'What the reader says of the second network of each pair.'),
}
