/** A color as a screen has it: red, green and blue from 0 to 255. */
export interface Screen {
  readonly r: number
  readonly g: number
  readonly b: number
}

/**
 * A color of a theme or of the system, as style sheets write them: `#1b1b22`, `#fff`, `rgb(27, 27, 34)` or
 * `rgb(27 27 34 / 0.5)`, of which the opacity is left out. NaN where it is none of these.
 */
export function screenOf(colour: string): Screen {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1]
  const parts = hex
    ? (hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!).map((two) =>
        parseInt(two, 16),
      )
    : (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1].match(/[\d.]+/g) ?? []).map(Number)
  const [r = NaN, g = NaN, b = NaN] = parts
  return { r, g, b }
}

/**
 * The colors between two, at a share from 0 to 1, straight through CIE L*a*b* (D50, as CSS Color 4 has it), where equal
 * steps look alike. The package d3-color can do the same and much else, for 5 kB of what every network waits for.
 */
export function between(from: string, to: string): (share: number) => string {
  const [a, b] = [labOf(screenOf(from)), labOf(screenOf(to))]
  return (share) => written(a.map((value, i) => value + (b[i] - value) * share))
}

type Lab = readonly number[]

const white = [0.96422, 1, 0.82521]

/** From linear red, green and blue to X, Y, Z of D50, and back. */
const toXyz = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
]
const fromXyz = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
]

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, factor, i) => sum + factor * vector[i], 0))

/** Light behind a value from 0 to 255, from 0 to 1 (sRGB). */
export function linear(value: number): number {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const gamma = (light: number) =>
  255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055)

/** Where the cube root of L*a*b* goes over into a straight line. */
const knee = 6 / 29
const root = (t: number) => (t > knee ** 3 ? Math.cbrt(t) : t / (3 * knee ** 2) + 4 / 29)
const cube = (t: number) => (t > knee ? t ** 3 : 3 * knee ** 2 * (t - 4 / 29))

function labOf({ r, g, b }: Screen): Lab {
  const xyz = times(toXyz, [linear(r), linear(g), linear(b)])
  const [x, y, z] = xyz.map((value, i) => root(value / white[i]))
  // Grays have no hue, whatever the last digits of the matrix say.
  const isGray = r === g && g === b
  return [116 * y - 16, isGray ? 0 : 500 * (x - y), isGray ? 0 : 200 * (y - z)]
}

function written([l, a, b]: Lab): string {
  const y = (l + 16) / 116
  const xyz = [y + a / 500, y, y - b / 200].map((value, i) => white[i] * cube(value))
  const parts = times(fromXyz, xyz).map((light) => Math.max(0, Math.min(255, Math.round(gamma(light)))))
  return `rgb(${parts.join(', ')})`
}
