import {
  type Code,
  f32,
  f32x4,
  func,
  type Func,
  i32,
  load,
  type Local,
  product,
  type Scope,
  store,
  sum,
  when,
} from './assembler'
import { bytes, eight, place, strips } from './tiles'

// Minimal filtering F(2×2, 3×3) of Lavin & Gray 2016, "Fast algorithms for convolutional neural networks": four
// outputs of a 3×3 window cost 16 products instead of 36. Tiles of 4×4 inputs and the kernel are transformed, each of
// the sixteen places is a product of matrices, and what comes out is transformed back. Every transform is a sum over
// rows, then the same over columns, with the factors 1, −1 and ½ only.

const side = 4

/** How many matrices a kernel becomes: one for each place of a tile. */
export const places = side * side

type Line = readonly Code[]
/** One axis of a transform: as many values as it needs, written with the values before it. */
type Axis = (line: Line) => Line

const half = f32x4.splat(f32.const(0.5))

/** The axes of the three transforms, as they stand in the paper (section 4.1): Bᵀ, G and Aᵀ. */
const ofInput: Axis = ([a, b, c, d]) => [f32x4.sub(a, c), f32x4.add(b, c), f32x4.sub(c, b), f32x4.sub(b, d)]
const ofKernel: Axis = ([a, b, c]) => [
  a,
  f32x4.mul(half, f32x4.add(f32x4.add(a, c), b)),
  f32x4.mul(half, f32x4.sub(f32x4.add(a, c), b)),
  c,
]
const ofOutput: Axis = ([a, b, c, d]) => [f32x4.add(f32x4.add(a, b), c), f32x4.sub(f32x4.sub(b, c), d)]

/** A square of values through one axis and then the other; what lies between waits in locals. */
function both(
  axis: Axis,
  square: readonly Line[],
  scope: () => Local,
): { first: Code; out: readonly Line[] } {
  const columns = square[0].map((_, j) => axis(square.map((row) => row[j])))
  const waiting = columns.map((column) => column.map(scope))
  const first = columns.map((column, j) => column.map((value, i) => waiting[j][i].set(value)))
  const out = columns[0].map((_, i) => axis(waiting.map((column) => column[i].get)))
  return { first, out }
}

/** Locals that every strip uses again. */
function shelf(scope: Scope, many: number) {
  const all = Array.from({ length: many }, () => scope.local('v128'))
  return () => {
    let next = 0
    return () => all[next++]
  }
}

const i32s = (many: number) => new Array<'i32'>(many).fill('i32')

/** Kernels [3, 3, `count`] to sixteen matrices [`count`], where `count` is channels × filters. */
const winogradKernel = func('winogradKernel', i32s(1 + places + 1), (params, scope) => {
  const [kernel, ...rest] = params.map(({ get }) => get)
  const [to, count] = [rest.slice(0, places), rest[places]]
  const fresh = shelf(scope, 9 + 12)
  return strips(scope, count, eight.slice(1), (i, strip) => {
    const take = fresh()
    const taps = [0, 1, 2].map((y) => [0, 1, 2].map((x) => 3 * y + x))
    const held = taps.map((row) => row.map(take))
    const read = taps.map((row, y) =>
      row.map((tap, x) =>
        held[y][x].set(load(strip.lanes, place(kernel, sum(product(i32.const(tap), count), i.get)))),
      ),
    )
    const { first, out } = both(
      ofKernel,
      held.map((row) => row.map(({ get }) => get)),
      take,
    )
    return [read, first, out.flat().map((value, p) => store(strip.lanes, place(to[p], i.get), value))]
  })
})

/**
 * Tiles of a framed map to sixteen matrices [`rows`·`columns`, channels]: one line of tiles after the other, each tile
 * two pixels behind the one before. `width` is that of the framed map.
 */
const winogradInput = func('winogradInput', i32s(1 + places + 4), (params, scope) => {
  const [x, ...rest] = params.map(({ get }) => get)
  const to = rest.slice(0, places)
  const [rows, columns, width, channels] = rest.slice(places)
  const [zero, one] = [i32.const(0), i32.const(1)]
  const [from, into, line, pixel] = Array.from({ length: 4 }, () => scope.local('i32'))
  const fresh = shelf(scope, 16 + 16)
  return [
    pixel.set(bytes(channels)),
    line.set(bytes(product(width, channels))),
    scope.loop(zero, rows, one, (row) =>
      scope.loop(zero, columns, one, (column) => [
        from.set(
          place(
            x,
            product(sum(product(row.get, i32.const(2), width), product(column.get, i32.const(2))), channels),
          ),
        ),
        into.set(bytes(product(sum(product(row.get, columns), column.get), channels))),
        strips(scope, channels, eight.slice(1), (channel, strip) => {
          const take = fresh()
          const held = Array.from({ length: side }, () => Array.from({ length: side }, take))
          const at = (y: number, x: number) =>
            sum(
              place(from.get, channel.get),
              product(i32.const(y), line.get),
              product(i32.const(x), pixel.get),
            )
          const read = held.map((row, y) => row.map((local, x) => local.set(load(strip.lanes, at(y, x)))))
          const { first, out } = both(
            ofInput,
            held.map((row) => row.map(({ get }) => get)),
            take,
          )
          const own = sum(into.get, bytes(channel.get))
          return [read, first, out.flat().map((value, p) => store(strip.lanes, sum(to[p], own), value))]
        }),
      ]),
    ),
  ]
})

/**
 * Sixteen matrices [`rows`·`columns`, filters] back to a map of `height`×`width`, shifted by the bias and no less than
 * `least`. What tiles have beyond the map is left away.
 */
const winogradOutput = func('winogradOutput', i32s(places + 2 + 6), (params, scope) => {
  const all = params.map(({ get }) => get)
  const from = all.slice(0, places)
  const [bias, y, rows, columns, height, width, filters, least] = all.slice(places)
  const [zero, one, two] = [0, 1, 2].map(i32.const)
  const [own, to, line, isRight, isBelow] = Array.from({ length: 5 }, () => scope.local('i32'))
  const fresh = shelf(scope, 16 + 8)
  return [
    line.set(bytes(product(width, filters))),
    scope.loop(zero, rows, one, (row) =>
      scope.loop(zero, columns, one, (column) => [
        isBelow.set(i32.less(sum(product(row.get, two), one), height)),
        isRight.set(i32.less(sum(product(column.get, two), one), width)),
        own.set(bytes(product(sum(product(row.get, columns), column.get), filters))),
        to.set(place(y, product(sum(product(row.get, two, width), product(column.get, two)), filters))),
        strips(scope, filters, eight.slice(1), (filter, strip) => {
          const take = fresh()
          const held = Array.from({ length: side }, () => Array.from({ length: side }, take))
          const offset = bytes(filter.get)
          const read = held
            .flat()
            .map((local, p) => local.set(load(strip.lanes, sum(from[p], own.get, offset))))
          const { first, out } = both(
            ofOutput,
            held.map((row) => row.map(({ get }) => get)),
            take,
          )
          const finished = (value: Code) =>
            f32x4.max(f32x4.add(value, load(strip.lanes, sum(bias, offset))), f32x4.splatBits(least))
          const write = (i: 0 | 1, j: 0 | 1) =>
            store(
              strip.lanes,
              sum(to.get, offset, i ? line.get : zero, j ? bytes(filters) : zero),
              finished(out[i][j]),
            )
          return [
            read,
            first,
            write(0, 0),
            when(isRight.get, write(0, 1)),
            when(isBelow.get, [write(1, 0), when(isRight.get, write(1, 1))]),
          ]
        }),
      ]),
    ),
  ]
})

export const winograds: readonly Func[] = [winogradKernel, winogradInput, winogradOutput]
