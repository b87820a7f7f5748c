import { choice } from '../../shared/schema'

export const options = {
  by: choice(['testError', 'trainError', 'macs', 'params'], 'testError', 'What networks are compared by.'),
  images: choice(
    ['small', 'full'],
    'small',
    'Small networks with equal parameters on small images, or the networks of the lecture at full size.',
  ),
}
