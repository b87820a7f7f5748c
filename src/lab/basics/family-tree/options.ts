import * as v from 'valibot'
import { among, choice, data } from '../../shared/schema'
import { family, years } from './family'

export const options = {
  chosen: choice(
    family.map(({ id }) => id),
    'googlenet',
    'The network that is described.',
  ),
  until: among(years, years[years.length - 1], 'The year up to which networks are shown.'),
  lessons: data(v.record(v.string(), v.string()), {}, 'The lesson that takes a network apart, by network.'),
}
