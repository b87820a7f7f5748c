import { integer } from '../../shared/schema'

export const options = {
  start: integer(64, 1, 64, 'Channels of x.'),
  made: integer(64, 1, 64, 'Channels of f(x).'),
  layers: integer(1, 1, 7, 'Layers.'),
}
