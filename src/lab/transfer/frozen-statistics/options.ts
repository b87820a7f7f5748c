import { choice, list, network, number } from '../../shared/schema'

export const options = {
  network: network('resnet18', 'The network whose normalizations are shown.'),
  view: choice(['channel', 'network'], 'channel', 'One channel, or the network.'),
  light: number(0.4, 0.1, 2, 'Light of the new photos.'),
  mode: choice(['moving', 'frozen'], 'moving', 'Whether the running statistics are frozen, too.'),
  fed: list(
    [],
    0,
    20,
    [0, 200],
    'The light of every batch so far, in tenths; 0 where the statistics were frozen.',
  ),
}

/** How many numbers still move in the whole network. */
export const readouts = ['network'] as const
