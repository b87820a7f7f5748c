import { stream } from '../../../exercises/random'
import { distanceTo, type Stroke } from '../../shared/drawings/drawings'

type Point = readonly [x: number, y: number]

const closed = (...points: readonly Point[]): Stroke => [...points, points[0]]

/** What is drawn, none of them another one turned or mirrored. */
const things: readonly { readonly name: string; readonly strokes: readonly Stroke[] }[] = [
  { name: 'ring', strokes: [{ radius: 0.85 }] },
  { name: 'square', strokes: [closed([-0.7, -0.7], [0.7, -0.7], [0.7, 0.7], [-0.7, 0.7])] },
  { name: 'triangle', strokes: [closed([0, -0.95], [0.85, 0.65], [-0.85, 0.65])] },
  { name: 'cross', strokes: [[[-0.9, 0], [0.9, 0]], [[0, -0.9], [0, 0.9]]] }, // prettier-ignore
  { name: 'T', strokes: [[[-0.8, -0.8], [0.8, -0.8]], [[0, -0.8], [0, 0.9]]] }, // prettier-ignore
  { name: 'zigzag', strokes: [[[-0.7, -0.8], [0.7, -0.8], [-0.7, 0.8], [0.7, 0.8]]] }, // prettier-ignore
  { name: 'two rings', strokes: [{ radius: 0.9 }, { radius: 0.4 }] },
  { name: 'bar', strokes: [[[0, -0.95], [0, 0.95]]] }, // prettier-ignore
  { name: 'two bars', strokes: [[[-0.4, -0.9], [-0.4, 0.9]], [[0.4, -0.9], [0.4, 0.9]]] }, // prettier-ignore
  { name: 'arrow', strokes: [[[0, 0.9], [0, -0.9]], [[-0.6, -0.3], [0, -0.9], [0.6, -0.3]]] }, // prettier-ignore
  { name: 'star', strokes: [[[0, -0.95], [0, 0.95]], [[-0.82, -0.47], [0.82, 0.47]], [[-0.82, 0.47], [0.82, -0.47]]] }, // prettier-ignore
  { name: 'cup', strokes: [[[-0.7, -0.8], [-0.7, 0.7], [0.7, 0.7], [0.7, -0.8]]] }, // prettier-ignore
]

/** The classes, easier ones first. */
export const classNames: readonly string[] = things.map(({ name }) => name)

export interface Look {
  /** Classes that there are, the first of all. */
  readonly classes: number
  /** Pixels along each side. */
  readonly size: number
  readonly color: boolean
  /** 0: upright, in the middle, as large as can be; 1: anywhere, turned by any angle, down to half the size. */
  readonly difficulty: number
  /** Standard deviation of the noise on every value; black to white is 2. */
  readonly noise: number
  /** Side of the square that covers a part, as a share of the image's. */
  readonly occlusion: number
}

/**
 * One image, the same for the same name everywhere: a shape on a ground, as light on dark as dark on light, so that
 * only its form tells the class.
 * @param into [size, size, channels] row by row, around 0
 * @returns the place of its class
 */
export function picture(look: Look, name: string, into: Float32Array): number {
  const random = stream(name)
  // A stream's first numbers are alike where seeds are; they are thrown away.
  for (let k = 0; k < 4; k++) random()
  const { classes, size, color, difficulty, noise, occlusion } = look
  const label = Math.floor(random() * classes)
  const [cos, sin] = turned(difficulty * (2 * random() - 1))
  const reach = size * 0.42 * (1 - 0.5 * difficulty * random())
  const room = difficulty * (size / 2 - reach)
  const [x0, y0] = [1, 2].map(() => size / 2 + room * (2 * random() - 1))
  const half = (size / 16) * (0.6 + 0.5 * random())
  const channels = color ? 3 : 1
  const { ink, ground } = colours(random, channels)
  const cover = occlusion * size
  const [left, top] = [random() * (size - cover), random() * (size - cover)]
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [dx, dy] = [(column + 0.5 - x0) / reach, (row + 0.5 - y0) / reach]
      const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx]
      const distance = reach * Math.min(...things[label].strokes.map((stroke) => distanceTo(stroke, x, y)))
      const isCovered = column >= left && column < left + cover && row >= top && row < top + cover
      const share = isCovered ? 0 : Math.max(0, Math.min(1, half + 0.5 - distance))
      for (let c = 0; c < channels; c++) {
        // Four uniform numbers together are nearly normal, with a variance of a third.
        const grain = noise && (random() + random() + random() + random() - 2) * Math.sqrt(3) * noise
        into[(row * size + column) * channels + c] = share * ink[c] + (1 - share) * ground[c] + grain
      }
    }
  return label
}

/**
 * Cosine and sine of a turn, 1 being half of a full one, by the tangent of half the angle: the last digit of either
 * differs between engines, that of a quotient does not.
 */
function turned(share: number): readonly [cos: number, sin: number] {
  const tangent = share / (1 - Math.abs(share) + 1e-9)
  const square = tangent * tangent
  return [(1 - square) / (1 + square), (2 * tangent) / (1 + square)]
}

/** Ink and ground in colors that differ by at least half of black to white; which is lighter is up to chance. */
function colours(random: () => number, channels: number) {
  const isLight = random() < 0.5 ? 1 : -1
  const tones = (sign: number) =>
    Array.from({ length: channels }, () => sign * (channels === 1 ? 1 : 0.5 + 0.5 * random()))
  return { ink: tones(isLight), ground: tones(-isLight) }
}
