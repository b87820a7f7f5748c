import { choice, integer } from '../../shared/schema'

export const options = {
  layers: integer(5, 1, 24, 'Layers of the block.'),
  pattern: choice(['chain', 'dense'], 'dense', 'How they are connected.'),
  lit: integer(0, 0, 24, 'The layer whose inputs are lit; 0 for none.'),
}
