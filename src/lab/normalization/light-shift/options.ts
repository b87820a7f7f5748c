import { number } from '../../shared/schema'

export const options = {
  light: number(1, 0.01, 100, 'Factor of every pixel; the nearest that was measured.'),
}
