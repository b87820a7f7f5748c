import { integer, number } from '../../shared/schema'

export const options = {
  layers: integer(56, 2, 200, 'Layers that the gradient passes.'),
  factor: number(0.9, 0.5, 1.5, 'The factor of a plain layer.'),
  added: number(-0.01, -0.2, 0.2, 'What a layer beside a shortcut adds to the factor of one.'),
}
