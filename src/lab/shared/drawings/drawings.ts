import { stream } from '../../../exercises/random'

/** A drawing is this many pixels high and wide, and grey. */
export const side = 16

/** A stroke from point to point, or a circle, in a square from −1 to 1. */
export type Stroke = readonly (readonly [x: number, y: number])[] | { readonly radius: number }

/** What is drawn: the classes. */
export const shapes: readonly { readonly name: string; readonly strokes: readonly Stroke[] }[] = [
  { name: 'ring', strokes: [{ radius: 0.85 }] },
  {
    name: 'square',
    strokes: [
      [
        [-0.75, -0.75],
        [0.75, -0.75],
        [0.75, 0.75],
        [-0.75, 0.75],
        [-0.75, -0.75],
      ],
    ],
  },
  {
    name: 'triangle',
    strokes: [
      [
        [0, -0.95],
        [0.85, 0.65],
        [-0.85, 0.65],
        [0, -0.95],
      ],
    ],
  },
  {
    name: 'cross',
    strokes: [
      [
        [-0.9, 0],
        [0.9, 0],
      ],
      [
        [0, -0.9],
        [0, 0.9],
      ],
    ],
  },
  {
    name: 'T',
    strokes: [
      [
        [-0.8, -0.8],
        [0.8, -0.8],
      ],
      [
        [0, -0.8],
        [0, 0.9],
      ],
    ],
  },
  {
    name: 'zigzag',
    strokes: [
      [
        [-0.7, -0.8],
        [0.7, -0.8],
        [-0.7, 0.8],
        [0.7, 0.8],
      ],
    ],
  },
]

/** Drawings and what they show, image by image. */
export interface Drawings {
  /** Grey values around 0, [count, side, side, 1] row by row; about −1 is the ground, 1 the ink. */
  readonly pixels: Float32Array
  /** For each drawing the place of its shape in `shapes`. */
  readonly labels: readonly number[]
}

/** Spread of the noise on every pixel; black to white is 2. */
const noise = 0.45

/**
 * Drawings from a seed, the same everywhere: a shape at a random place, in a random size, turned at random, sometimes
 * light on dark and sometimes dark on light, and noise on every pixel. Every drawing depends on the seed and its own
 * number, so that n of them are the first n of more.
 * @param seed a text; training and test have different ones
 * @param first number of the first drawing
 */
export function draw(seed: string, first: number, count: number): Drawings {
  const pixels = new Float32Array(count * side * side)
  const labels = Array.from({ length: count }, (_, i) => {
    const random = stream(`${seed}/${first + i}`)
    // A stream's first numbers are alike where seeds are; they are thrown away.
    for (let k = 0; k < 4; k++) random()
    const label = Math.floor(random() * shapes.length)
    paint(pixels.subarray(i * side * side, (i + 1) * side * side), label, random)
    return label
  })
  return { pixels, labels }
}

function paint(into: Float32Array, label: number, random: () => number): void {
  const [cos, sin] = direction(random)
  const reach = side * (0.24 + 0.14 * random())
  const room = side / 2 - reach
  const centre = () => side / 2 + room * (2 * random() - 1)
  const [x0, y0] = [centre(), centre()]
  const half = 0.6 + 0.5 * random()
  const sign = random() < 0.5 ? 1 : -1
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [dx, dy] = [(column + 0.5 - x0) / reach, (row + 0.5 - y0) / reach]
      const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx]
      const distance = reach * Math.min(...shapes[label].strokes.map((stroke) => distanceTo(stroke, x, y)))
      const ink = Math.max(0, Math.min(1, half + 0.5 - distance))
      // Four uniform numbers together are nearly normal, with a variance of a third.
      const grain = (random() + random() + random() + random() - 2) * Math.sqrt(3) * noise
      into[row * side + column] = sign * (2 * ink - 1) + grain
    }
}

/** Cosine and sine of a random angle, without either: their last digit differs between engines, a root's does not. */
function direction(random: () => number): readonly [number, number] {
  for (;;) {
    const [x, y] = [2 * random() - 1, 2 * random() - 1]
    const square = x * x + y * y
    if (square > 0.01 && square <= 1) {
      const length = Math.sqrt(square)
      return [x / length, y / length]
    }
  }
}

/** How far a point is from a stroke, in the strokes' own unit. */
export function distanceTo(stroke: Stroke, x: number, y: number): number {
  if ('radius' in stroke) return Math.abs(Math.sqrt(x * x + y * y) - stroke.radius)
  let nearest = Infinity
  for (let i = 1; i < stroke.length; i++) {
    const [[ax, ay], [bx, by]] = [stroke[i - 1], stroke[i]]
    const [ux, uy] = [bx - ax, by - ay]
    const along = Math.max(0, Math.min(1, ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy)))
    const [px, py] = [x - ax - along * ux, y - ay - along * uy]
    nearest = Math.min(nearest, Math.sqrt(px * px + py * py))
  }
  return nearest
}
