import { number } from '../../shared/schema'

export const options = {
  scale: number(1, 0, 1, 'The factor of all weights.'),
}
