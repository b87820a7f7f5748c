import { stream } from '../../../exercises/random'

/** A measurement: x from −1 to 1. */
export type Point = readonly [x: number, y: number]

/** The curve behind the measurements. */
export const truth = (x: number) => 0.8 * Math.sin(Math.PI * x)

/** Spread of the noise: a sum of four uniform numbers, about normal. */
const spread = 0.25

/** Measurements of the curve with noise: the same for everybody, and n of them are the first n of more. */
export function sample(count: number, seed: string): readonly Point[] {
  const random = stream(seed)
  return Array.from({ length: count }, () => {
    const x = 2 * random() - 1
    const noise = (random() + random() + random() + random() - 2) * Math.sqrt(3) * spread
    return [x, truth(x) + noise] as const
  })
}

/** Legendre polynomials P0 … Pn at x: the same polynomials as 1, x, x², …, but solvable in floating point. */
function basis(x: number, degree: number): number[] {
  const values = [1, x]
  for (let n = 1; n < degree; n++) values.push(((2 * n + 1) * x * values[n] - n * values[n - 1]) / (n + 1))
  return values.slice(0, degree + 1)
}

/** The polynomial of this degree with the smallest squared error on the points; it needs degree + 1 of them. */
export function fit(points: readonly Point[], degree: number): (x: number) => number {
  const rows = points.map(([x]) => basis(x, degree))
  const columns = rows[0].map((_, j) => rows.map((row) => row[j]))
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i], 0)
  // Gram-Schmidt, twice for each column, so that what rounding left over is taken off as well.
  const q: number[][] = []
  const r = columns.map(() => new Array<number>(degree + 1).fill(0))
  columns.forEach((column, j) => {
    const v = [...column]
    for (let pass = 0; pass < 2; pass++)
      q.forEach((unit, i) => {
        const along = dot(unit, v)
        r[i][j] += along
        v.forEach((value, k) => (v[k] = value - along * unit[k]))
      })
    r[j][j] = Math.sqrt(dot(v, v))
    q.push(v.map((value) => value / r[j][j]))
  })
  const y = points.map(([, value]) => value)
  const weights = new Array<number>(degree + 1).fill(0)
  for (let j = degree; j >= 0; j--) {
    let value = dot(q[j], y)
    for (let k = j + 1; k <= degree; k++) value -= r[j][k] * weights[k]
    weights[j] = value / r[j][j]
  }
  return (x) => dot(basis(x, degree), weights)
}

/** The root of the mean squared error of a curve on points. */
export function rootMeanSquare(curve: (x: number) => number, points: readonly Point[]): number {
  return Math.sqrt(points.reduce((sum, [x, y]) => sum + (curve(x) - y) ** 2, 0) / points.length)
}
