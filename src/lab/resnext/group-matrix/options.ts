import { among, integer } from '../../shared/schema'
import { channels, groupings } from './groups'

export const options = {
  groups: among(groupings, 4, 'Groups.'),
  filter: integer(20, 0, channels - 1, 'The filter that is looked at.'),
}
