import { choice, integer } from '../../shared/schema'

export const options = {
  axis: choice(['depth', 'params'], 'depth', 'What the errors are drawn over.'),
  network: integer(9, 1, 9, 'The network that is looked at, counted from the shallowest; 9: the deepest.'),
}
