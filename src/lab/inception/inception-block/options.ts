import { integer, words } from '../../shared/schema'
import { block3a } from './module'

const width = (of: Exclude<keyof typeof block3a, 'padded'>, about: string) =>
  integer(block3a[of], 8, 256, about)

export const options = {
  p1: width('p1', 'Filters of the 1×1 path.'),
  p2Reduce: width('p2Reduce', 'Filters of the 1×1 before the 3×3.'),
  p2: width('p2', 'Filters of the 3×3.'),
  p3Reduce: width('p3Reduce', 'Filters of the 1×1 before the 5×5.'),
  p3: width('p3', 'Filters of the 5×5.'),
  p4: width('p4', 'Filters of the 1×1 after the pool.'),
  padded: words(['p2', 'p3', 'p4'], ['p2', 'p3', 'p4'], 'Windows that have their padding.'),
}
