import { choice, integer, own, text } from '../../shared/schema'
import { type KindName, kinds } from './parts'

export const options = {
  params: integer(100_000, 1, 1e9, 'The budget of parameters.'),
  macs: integer(10_000_000, 1, 1e12, 'The budget of MACs for one image.'),
  parts: own(
    text(
      '',
      600,
      'The parts, as conv:16:3:1:1 residual:16:1 pool; those that the reader built last unless set.',
    ),
  ),
  kind: choice(Object.keys(kinds) as KindName[], 'conv', 'The part that is added next.'),
}
