import { optimizerNames } from '../../../runtime/training/optimizers'
import { deepest } from '../../shared/drawings/networks'
import { among, choice, flag, integer, number, own, text, words } from '../../shared/schema'
import { rates } from '../../shared/training/settings'
import { classNames } from './pictures'
import { schedules } from './schedule'

/** Steps of the longest training. */
const most = 3200

export const sizes = [16, 24, 32] as const

export const options = {
  net: text(
    'residual',
    900,
    'The network: plain, residual, dense, a preset with its options (cifar-resnet20?width=8), or block: and a block.',
  ),
  blocks: integer(
    1,
    1,
    deepest,
    'Blocks in each stage of a plain, residual or dense network; how often a block is repeated.',
  ),
  source: choice(['drawn', 'own'], 'drawn', 'Images of the page, or files of the reader.'),
  size: among(sizes, 16, 'Pixels along each side.'),
  color: flag(true, 'Three channels instead of one.'),
  classes: integer(10, 2, classNames.length, 'Classes of the page’s images.'),
  images: among([0, 64, 256, 1024, 4096], 1024, 'Images to learn from; 0 for new ones in every batch.'),
  difficulty: number(0.5, 0, 1, 'How far shapes are moved, turned and scaled.'),
  noise: number(0.2, 0, 1, 'Noise on every pixel.'),
  occlusion: number(0, 0, 0.6, 'Side of the square that covers a part, as a share of the image’s.'),
  optimizer: choice(optimizerNames, 'momentum', 'How gradients become steps.'),
  rate: among(rates, 0.05, 'Learning rate at its highest.'),
  schedule: choice(schedules, 'cosine', 'How the rate changes.'),
  batch: among([4, 8, 16, 32, 64], 32, 'Images in a batch.'),
  decay: among([0, 0.0001, 0.001, 0.01], 0.0001, 'Weight decay of the kernels.'),
  augment: words(['shift', 'mirror', 'light'], [], 'How images to learn from are varied.'),
  seed: integer(1, 1, 99, 'Seed of weights, images and their order.'),
  workers: integer(2, 1, 4, 'Workers that share each batch, where the page and the device have so many.'),
  steps: among([25, 50, 100, 200, 400, 800, 1600, most], 200, 'Steps of the training.'),
  made: own(
    integer(0, 0, most, 'Steps that are made; a link makes them again. 0: there is no run any more.'),
  ),
  from: own(integer(0, 0, most, 'After how many steps of the run before it this one was forked.')),
  at: own(integer(0, 0, most, 'After how many steps it is shown; the newest unless set.')),
  look: choice(['kernels', 'maps'], 'kernels', 'What is shown of a moment.'),
  layer: integer(0, 0, 400, 'The convolution whose maps are shown, from 0.'),
  image: integer(0, 0, 11, 'The test image whose maps are shown, from 0.'),
}

export const readouts = [] as const
