import { choice, flag, number, text } from '../../shared/schema'
import { type KernelName, kernels } from './channel'

export const networks = ['resnet18', 'resnet50', 'densenet121'] as const

export const options = {
  view: choice(['channel', 'network', 'picture'], 'channel', 'What is shown.'),
  kernel: choice(Object.keys(kernels) as KernelName[], 'sharpen', 'The kernel of the one channel.'),
  gamma: number(1.5, -2, 3, 'γ.'),
  beta: number(0.25, -1.5, 1.5, 'β.'),
  mean: number(0.2, -1, 1, 'The running mean.'),
  variance: number(0.4, 0.01, 2, 'The running variance.'),
  folded: flag(false, 'Whether both layers have become one.'),
  network: choice(networks, 'resnet18', 'The network whose parts are listed.'),
  part: text('', 60, 'The part whose layers are listed.'),
}

export const readouts = ['network'] as const
