import { integer } from '../../shared/schema'

/** Of the polynomial. */
export const largest = 14

export const options = {
  degree: integer(9, 1, largest, 'Degree of the polynomial.'),
  points: integer(16, 16, 200, 'Training points.'),
}
