import { choice, flag, integer, list, number, oneOf, own } from '../../shared/schema'
import { pairNames, picturesOf } from './names'
import { tools } from './act'

/** More than any of the networks has, each block twice. */
const most = 60

/** The measured errors, and what they say of the sentence that the slide asks about. */
export const readouts = ['errors', 'verdict'] as const

export const options = {
  pair: choice(pairNames, 'resnet20', 'The residual network, and the plain one of its depth.'),
  off: list([], 1, most, [0, most], 'Blocks whose convolutions are off, counted from 1.'),
  cut: list([], 1, most, [0, most], 'Blocks whose shortcut is off.'),
  order: list([], 1, most, [0, most], 'The blocks as they run; as trained where it is empty.'),
  scale: number(1, 0, 1, 'What every block adds is multiplied by this.'),
  picture: oneOf((given: { pair: (typeof pairNames)[number] }) => picturesOf(given.pair), 'The picture.'),
  at: integer(1, 1, most, 'The place whose maps are shown.'),
  maps: flag(false, 'Whether maps are shown.'),
  asked: own(
    integer(0, 0, 9, 'The class, counted from 0, of which is shown where in the picture it is seen.'),
  ),
  tool: choice(tools, 'off', 'What a press on a block does.'),
  chart: choice(['one', 'several', 'scaled'], 'one', 'Which measurement is drawn.'),
}
