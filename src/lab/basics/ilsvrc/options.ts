import { among, choice, flag } from '../../shared/schema'
import { googlenet, type TableName, tables } from './results'

export const options = {
  table: choice(Object.keys(tables) as TableName[], 'slide', 'Whose numbers.'),
  by: choice(['year', 'error'], 'year', 'Order of the bars.'),
  external: flag(true, 'Whether results with external data are shown.'),
  nets: among(googlenet.nets, 1, 'Networks of the ensemble.'),
  crops: among(googlenet.crops, 1, 'Crops of each image.'),
}

export const readouts = ['passes'] as const
