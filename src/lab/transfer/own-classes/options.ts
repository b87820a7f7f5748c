import { among, choice, flag, integer, own, text } from '../../shared/schema'
import { trunkNames, wayNames } from './names'

export const options = {
  trunk: choice(trunkNames, 'cifar-resnet20', 'The network that learned photographs.'),
  way: choice(
    wayNames,
    'head',
    'What learns: a new head, the last block too, or a small network from scratch.',
  ),
  names: own(text('', 200, 'The names of the classes, separated by commas.')),
  drawings: integer(12, 0, 40, 'Drawings of the page for each class; 0 for none.'),
  held: among([2, 3, 4, 5], 3, 'One image in this many of each class is held out for the test.'),
  steps: among([30, 60, 120, 240], 60, 'Steps of training.'),
  look: flag(true, 'Whether the trunk looks at the images, as soon as there are some.'),
  run: flag(false, 'Whether it is trained; a link trains on the page’s drawings again.'),
  gap: flag(false, 'Whether the gap is measured.'),
  seed: integer(1, 1, 20, 'Seed of drawings, first weights and order.'),
}

export const readouts = [] as const
