import { among } from '../../shared/schema'
import { points } from './points'

export const options = {
  paths: among(
    points.map(({ paths }) => paths),
    points[0].paths,
    'Paths of each block.',
  ),
}

export const readouts = ['parameters'] as const
