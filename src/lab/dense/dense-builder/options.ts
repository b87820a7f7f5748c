import { flag, integer, list, network, number, own, words } from '../../shared/schema'

export const options = {
  network: network('densenet121', 'The network that is changed.'),
  controls: words(
    ['growth', 'blocks', 'compression', 'bottleneck'],
    ['growth', 'blocks'],
    'What the reader can change.',
  ),
  growth: own(integer(12, 1, 64, 'Growth rate.')),
  blocks: own(list([6], 1, 64, [1, 8], 'Dense layers in each block.')),
  compression: own(number(1, 0.1, 1, 'Share of the channels that a transition keeps.')),
  bottleneck: own(flag(true, 'Whether a 1×1 comes before each 3×3.')),
}

export const readouts = ['channels'] as const
