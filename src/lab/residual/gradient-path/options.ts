import { choice, integer, number } from '../../shared/schema'

export const options = {
  layers: integer(56, 2, 200, 'Layers that the gradient passes.'),
  factor: number(0.9, -1.2, 1.2, 'What a layer multiplies the gradient by.'),
  around: choice(
    ['shortcut', 'gate'],
    'shortcut',
    'What it is compared with: the same layers with shortcuts, or an identity beside gates that carry a share.',
  ),
}

export const readouts = ['with shortcuts'] as const
