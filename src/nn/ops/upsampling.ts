import type { Attributes } from '../attribute'
import { type Bins, defineOp, type Definition } from '../op'
import { asMap, extent, type MapShape } from '../shape'
import { cellAt, copied, type Patch, summed } from '../unit'
import { bySide, formatPair, type Pair, pair } from '../window'

export interface UpsampleAttrs {
  /** How many times larger the map becomes. */
  readonly scale: Pair
}

/** What every op has in common that makes a map a whole number of times larger. */
const larger = {
  shortName: 'upsample',
  family: 'reshape',
  shape: ([x], a) => {
    const [height, width, depth] = asMap(x)
    const [down, across] = pair(a.scale)
    return [height * down, width * across, depth]
  },
  rule: ([x], a) => alongSides(asMap(x), a),
  formula: ([x], a) => ['H′ = s·H', 'W′ = s·W'].slice(0, alongSides(asMap(x), a).length),
  letters: (_, a) => [['s', 'scale', perAxis(pair(a.scale))]],
} satisfies Partial<Definition<UpsampleAttrs>>

const editableScale = {
  scale: { label: 'scale', kind: 'pair', min: 1, max: 16 },
} as const satisfies Attributes<UpsampleAttrs>

function alongSides(x: MapShape, { scale }: UpsampleAttrs): readonly string[] {
  const [height, width] = extent(x)
  const [down, across] = pair(scale)
  return bySide(`${down}·${height} = ${down * height}`, `${across}·${width} = ${across * width}`)
}

/** `2`, or `2 down, 3 across` where the axes differ. */
export function perAxis([down, across]: readonly [number, number]): string {
  return down === across ? String(down) : `${down} down, ${across} across`
}

/** Every value again and again: a row becomes `scale` equal rows, and a column as many columns. */
export const upsample = defineOp<UpsampleAttrs>('upsample', {
  ...larger,
  title: 'Nearest upsampling',
  defaults: {},
  editable: editableScale,

  bins: ([x], a) => {
    const repeated = (size: number, times: number): Bins =>
      Array.from({ length: size * times }, (_, i) => [Math.floor(i / times), Math.floor(i / times) + 1])
    const [height, width] = extent(x)
    const [down, across] = pair(a.scale)
    return [repeated(height, down), repeated(width, across)]
  },
  run: (tf, [x], _, a) => {
    const [, height, width] = x.shape
    const [down, across] = pair(a.scale)
    // Counted from the middles of the pixels, so that rounding never meets the edge between two.
    return tf.image.resizeNearestNeighbor(x as never, [height! * down, width! * across], false, true)
  },
  unit: (at, [x], _, a) => {
    const [down, across] = pair(a.scale)
    const [row, column] = [Math.floor(at.row / down), Math.floor(at.column / across)]
    return copied(0, cellAt(x, { row, column, channel: at.channel }))
  },

  label: (a) => `upsample ×${formatPair(a.scale)}`.replace(/(\d+)×\1$/, '$1'),
  short: () => 'nearest',
  explain:
    'Every value is repeated, so that each row becomes several equal rows and each column several equal columns. It ' +
    'has no weights; the convolution after it has to smooth the steps.',
  examples: [
    { inputs: [[3, 4, 2]], attrs: { scale: 2 } },
    { inputs: [[2, 3, 3]], attrs: { scale: [3, 1] } },
    { inputs: [[5, 5, 1]], attrs: { scale: 7 } },
  ],
})

export interface BilinearAttrs extends UpsampleAttrs {
  /** The corner values stay at the corners (`align_corners`); otherwise pixels are areas that keep their place. */
  readonly corners?: boolean
}

/** Two neighbors along one axis, and the share of the second. */
interface Between {
  readonly from: number
  readonly share: number
}

/** Where output `index` of `size · times` lies between the values of the input. */
function betweenAt(index: number, size: number, times: number, corners: boolean): Between {
  const last = size * times - 1
  const at = corners ? (last === 0 ? 0 : (index * (size - 1)) / last) : (index + 0.5) / times - 0.5
  const inside = Math.min(size - 1, Math.max(0, at))
  const from = Math.floor(inside)
  return { from, share: inside - from }
}

/** Values between those of the map, along straight lines: first across, then down. */
export const bilinear = defineOp<BilinearAttrs>('bilinear', {
  ...larger,
  title: 'Bilinear upsampling',
  defaults: { corners: false },
  editable: { ...editableScale, corners: { label: 'corners stay at the corners', kind: 'switch' } },

  bins: ([x], a) => {
    const along = (size: number, times: number): Bins =>
      Array.from({ length: size * times }, (_, i) => {
        const { from, share } = betweenAt(i, size, times, a.corners)
        return [from, from + (share > 0 ? 2 : 1)]
      })
    const [height, width] = extent(x)
    const [down, across] = pair(a.scale)
    return [along(height, down), along(width, across)]
  },
  run: (tf, [x], _, a) => {
    const [, height, width] = x.shape
    const [down, across] = pair(a.scale)
    return tf.image.resizeBilinear(x as never, [height! * down, width! * across], a.corners, !a.corners)
  },
  unit: (at, [x], _, a) => {
    const [height, width] = extent(x.shape)
    const [down, across] = pair(a.scale)
    const rows = sharesOf(betweenAt(at.row, height, down, a.corners))
    const columns = sharesOf(betweenAt(at.column, width, across, a.corners))
    const cells = rows.flatMap(([row, share]) =>
      columns.map(([column, of]) => cellAt(x, { row, column, channel: at.channel }, share * of)),
    )
    const subtotal = cells.reduce((sum, { term }) => sum + term, 0)
    const patch: Patch = {
      input: 0,
      channel: at.channel,
      rows: rows.length,
      columns: columns.length,
      cells,
      subtotal,
    }
    return summed([patch])
  },

  label: (a) => `bilinear ×${formatPair(a.scale)}`.replace(/(\d+)×\1$/, '$1'),
  short: () => 'bilinear',
  explain:
    'New values are interpolated linearly between the old ones, so each is a weighted mean of up to four neighbors, in ' +
    'which nearer ones count more. It has no weights to learn, and edges become soft.',
  examples: [
    { inputs: [[3, 4, 2]], attrs: { scale: 2 } },
    { inputs: [[3, 4, 2]], attrs: { scale: 2, corners: true } },
    { inputs: [[2, 3, 3]], attrs: { scale: [3, 1] } },
    { inputs: [[1, 3, 2]], attrs: { scale: 4, corners: true } },
    { inputs: [[5, 2, 1]], attrs: { scale: 5 } },
  ],
})

function sharesOf({ from, share }: Between): readonly (readonly [at: number, share: number])[] {
  return share > 0
    ? [
        [from, 1 - share],
        [from + 1, share],
      ]
    : [[from, 1]]
}
