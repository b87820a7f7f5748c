import { flag } from '../../shared/schema'

export const options = {
  halve: flag(true, 'Whether each stage halves height and width.'),
  double: flag(true, 'Whether each stage doubles the channels.'),
}
