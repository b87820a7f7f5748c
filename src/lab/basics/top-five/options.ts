import * as v from 'valibot'
import { data, integer, number, own } from '../../shared/schema'

export const options = {
  image: data(v.string(), 'dog-1', 'A sample image of the true class.'),
  score: number(1.6, -1, 4, 'Score of the true class.'),
  asked: own(integer(0, 0, 7, 'The class, counted from 0, whose probability is written out.')),
}
