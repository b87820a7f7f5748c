import * as v from 'valibot'
import { data, number } from '../../shared/schema'

export const options = {
  image: data(v.string(), 'dog-1', 'A sample image of the true class.'),
  score: number(1.6, -1, 4, 'Score of the true class.'),
}
