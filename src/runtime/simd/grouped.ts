import { type Code, f32x4, func, type Func, i32, load, product, store, sum, when } from './assembler'
import { bytes, eight, pieces, place, registers, type Strip, strips } from './tiles'

/** The parameters of a grouped convolution behind its addresses, in the order in which its function takes them. */
export const groupedGeometry = [
  ...(['images', 'height', 'width', 'rows', 'columns'] as const),
  ...(['groups', 'depth', 'filters'] as const),
  ...(['kernelHeight', 'kernelWidth', 'down', 'across', 'dilationDown', 'dilationAcross'] as const),
] as const

export type GroupedGeometry = Readonly<Record<(typeof groupedGeometry)[number], number>>

/**
 * A grouped convolution without padding, of maps [images, height, width, groups·depth] by a kernel [height, width,
 * groups·depth, filters], where `depth` and `filters` count those of one group: the channels of a group stand one
 * behind the other. Its sums are scaled, shifted by the bias [groups·filters] and no less than `least`.
 *
 * Some pixels of one row go through all groups before the next ones do, so that what they read is near.
 */
const groupedConvolution = func(
  'groupedConvolution',
  new Array<'i32'>(4 + groupedGeometry.length + 2).fill('i32'),
  (params, scope) => {
    const [x, kernel, bias, y, ...rest] = params.map(({ get }) => get)
    const g = Object.fromEntries(groupedGeometry.map((name, i) => [name, rest[i]])) as Record<
      (typeof groupedGeometry)[number],
      Code
    >
    const [scale, least] = rest.slice(groupedGeometry.length)
    const [zero, one] = [i32.const(0), i32.const(1)]
    const pointer = () => scope.local('i32')
    const [pixel, line, spot, weights, under, own, to] = Array.from({ length: 7 }, pointer)
    const [perPixel, perLine, perSpot, perTap, perRow] = Array.from({ length: 5 }, pointer)
    const sums = registers(scope)
    const taken = registers(scope)
    const value = scope.local('v128')
    const channels = product(g.groups, g.depth)
    const all = product(g.groups, g.filters)
    /** So many outputs of one group, side by side. */
    const tile = (group: Code, many: number, column: Code, strip: Strip): Code => {
      const { clear, at } = sums(many, strip.vectors)
      const chunk = (deep: number): Code => {
        const rows = taken(deep, strip.vectors).at
        return [
          rows.map((row) => [
            row.map((weight, v) => weight.set(load(strip.lanes, own.get, 16 * v))),
            own.set(sum(own.get, perRow.get)),
          ]),
          at.map((totals, r) => [
            r === 0 ? [] : under.set(sum(under.get, perPixel.get)),
            rows.map((row, k) => [
              value.set(f32x4.loadSplat(under.get, 4 * k)),
              totals.map((total, v) => total.set(f32x4.add(total.get, f32x4.mul(value.get, row[v].get)))),
            ]),
          ]),
        ]
      }
      const deep = 4 / strip.vectors
      const whole = i32.and(g.depth, i32.const(-deep))
      const from = (k: Code) => under.set(place(spot.get, k))
      const first = sum(product(group, g.filters), column)
      return [
        clear,
        line.set(place(pixel.get, product(group, g.depth))),
        weights.set(place(kernel, sum(product(group, g.depth, g.filters), column))),
        scope.loop(zero, g.kernelHeight, one, () => [
          spot.set(line.get),
          scope.loop(zero, g.kernelWidth, one, () => [
            own.set(weights.get),
            scope.loop(zero, whole, i32.const(deep), (k) => [from(k.get), chunk(deep)]),
            scope.loop(whole, g.depth, one, (k) => [from(k.get), chunk(1)]),
            weights.set(sum(weights.get, perTap.get)),
            spot.set(sum(spot.get, perSpot.get)),
          ]),
          line.set(sum(line.get, perLine.get)),
        ]),
        under.set(place(to.get, first)),
        at.map((totals, r) => [
          r === 0 ? [] : under.set(sum(under.get, bytes(all))),
          totals.map((total, v) => {
            const shifted = f32x4.add(
              f32x4.mul(total.get, f32x4.splatBits(scale)),
              load(strip.lanes, place(bias, first), 16 * v),
            )
            return store(strip.lanes, under.get, f32x4.max(shifted, f32x4.splatBits(least)), 16 * v)
          }),
        ]),
      ]
    }
    return [
      perPixel.set(bytes(product(g.across, channels))),
      perLine.set(bytes(product(g.dilationDown, g.width, channels))),
      perSpot.set(bytes(product(g.dilationAcross, channels))),
      perTap.set(bytes(product(channels, g.filters))),
      perRow.set(bytes(g.filters)),
      scope.loop(zero, g.images, one, (image) =>
        scope.loop(zero, g.rows, one, (y0) => {
          /** What fits the registers: pixels of a piece times vectors of a strip are eight. */
          const line = (sizes: readonly number[], kinds: readonly Strip[]) =>
            pieces(scope, g.columns, sizes, (column, many) => {
              const above = sum(product(image.get, g.height), product(y0.get, g.down))
              const from = sum(product(above, g.width), product(column.get, g.across))
              const into = sum(product(sum(product(image.get, g.rows), y0.get), g.columns), column.get)
              return [
                pixel.set(place(x, product(from, channels))),
                to.set(place(y, product(into, all))),
                scope.loop(zero, g.groups, one, (group) =>
                  strips(scope, g.filters, kinds, (filter, strip) =>
                    tile(group.get, many, filter.get, strip),
                  ),
                ),
              ]
            })
          return when(
            i32.atLeast(g.filters, i32.const(8)),
            line([4, 3, 2, 1], eight),
            line([8, 4, 2, 1], eight.slice(1)),
          )
        }),
      ),
    ]
  },
)

export const groupings: readonly Func[] = [groupedConvolution]
