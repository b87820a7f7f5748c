import {
  call,
  type Code,
  f32x4,
  func,
  type Func,
  i32,
  load,
  type Local,
  memory,
  product,
  type Scope,
  sum,
} from './assembler'
import { addTo, bytes, eight, fours, place, registers, strips } from './tiles'

// Layouts are those of tfjs: maps [batch, height, width, channels], kernels [height, width, channels, filters].
// Addresses are in bytes, everything else counts numbers.

/** The parameters of a convolution, in the order in which its functions take them. */
export const geometry = [
  ...(['images', 'height', 'width', 'channels'] as const),
  ...(['rows', 'columns', 'filters'] as const),
  ...(['kernelHeight', 'kernelWidth', 'down', 'across', 'top', 'left'] as const),
] as const

export type Geometry = Readonly<Record<(typeof geometry)[number], number>>

const parameters = (before: number) => new Array<'i32'>(before + geometry.length).fill('i32')
const named = (params: readonly Local[]) =>
  Object.fromEntries(geometry.map((name, i) => [name, params[i].get])) as Record<
    (typeof geometry)[number],
    Code
  >

/** One row of outputs under one weight of a window: only those whose input is on the map. */
interface Line {
  /** Which weight of the window: 0 is the first. */
  readonly tap: Code
  /** Pixels of the first input and of the first output, counted from the beginning of both. */
  readonly input: Code
  readonly output: Code
  /** How many outputs. */
  readonly many: Code
}

/** Outputs along one axis whose input under weight `k` is on the map: first, and the one behind the last. */
function onMap(scope: Scope, k: Code, size: Code, outputs: Code, stride: Code, before: Code) {
  const [first, last] = [scope.local('i32'), scope.local('i32')]
  const lacking = sum(before, i32.sub(stride, i32.const(1)))
  const set: Code = [
    first.set(i32.max(i32.const(0), i32.div(i32.sub(lacking, k), stride))),
    last.set(i32.min(outputs, i32.div(i32.sub(sum(size, before, stride), sum(k, i32.const(1))), stride))),
  ]
  return { set, first: first.get, last: last.get }
}

/** Every image, every weight of the window; `body` is told what of the outputs lies on the map. */
function taps(
  scope: Scope,
  g: ReturnType<typeof named>,
  body: (rows: { first: Code; last: Code }, line: (row: Code) => Line) => Code,
): Code {
  const one = i32.const(1)
  return scope.loop(i32.const(0), g.images, one, (image) =>
    scope.loop(i32.const(0), g.kernelHeight, one, (ky) => {
      const rows = onMap(scope, ky.get, g.height, g.rows, g.down, g.top)
      return [
        rows.set,
        scope.loop(i32.const(0), g.kernelWidth, one, (kx) => {
          const columns = onMap(scope, kx.get, g.width, g.columns, g.across, g.left)
          const line = (row: Code): Line => {
            const y = i32.sub(sum(product(row, g.down), ky.get), g.top)
            const x = i32.sub(sum(product(columns.first, g.across), kx.get), g.left)
            return {
              tap: sum(product(ky.get, g.kernelWidth), kx.get),
              input: sum(product(sum(product(image.get, g.height), y), g.width), x),
              output: sum(product(sum(product(image.get, g.rows), row), g.columns), columns.first),
              many: i32.sub(columns.last, columns.first),
            }
          }
          return [columns.set, body(rows, line)]
        }),
      ]
    }),
  )
}

/**
 * Adds a product of matrices to what stands in c: rows of a with `depth` numbers, `depth` rows of b, `wide` columns.
 * Steps from row to row are in bytes.
 */
const multiply = func('multiply', new Array<'i32'>(9).fill('i32'), (params, scope) => {
  const [a, aStep, b, bStep, c, cStep, many, depth, wide] = params.map(({ get }) => get)
  const sums = registers(scope)
  const pointers = [0, 1, 2, 3].map(() => scope.local('i32'))
  const [under, weights] = [scope.local('i32'), [scope.local('v128'), scope.local('v128')]]
  return strips(scope, wide, eight, (column, strip) =>
    fours(scope, many, (row, rows) => {
      const { clear, at } = sums(rows, strip.vectors)
      const used = weights.slice(0, strip.vectors)
      /** One column of a, one row of b. */
      const step = (k: number): Code => [
        used.map((own, v) => own.set(load(strip.lanes, under.get, 16 * v))),
        under.set(sum(under.get, bStep)),
        at.map((own, r) => {
          const value = scope.local('v128')
          return [
            value.set(f32x4.loadSplat(pointers[r].get, 4 * k)),
            own.map((total, v) => total.set(f32x4.add(total.get, f32x4.mul(value.get, used[v].get)))),
          ]
        }),
      ]
      const forward = (count: number) =>
        pointers.slice(0, rows).map((own) => own.set(sum(own.get, i32.const(4 * count))))
      const whole = i32.and(depth, i32.const(-4))
      return [
        clear,
        under.set(place(b, column.get)),
        pointers.slice(0, rows).map((own, r) => own.set(sum(a, product(sum(row.get, i32.const(r)), aStep)))),
        scope.loop(i32.const(0), whole, i32.const(4), () => [[0, 1, 2, 3].map(step), forward(4)]),
        scope.loop(whole, depth, i32.const(1), () => [step(0), forward(1)]),
        at.map((own, r) =>
          addTo(own, strip, sum(place(c, column.get), product(sum(row.get, i32.const(r)), cStep))),
        ),
      ]
    }),
  )
})

/** The place of `multiply` among the functions of the module. */
const multiplies = 0

/** ∂loss/∂kernel into `to`: for each weight of the window, the inputs under it times the gradient of the outputs. */
const kernelGradient = func('kernelGradient', parameters(3), (params, scope) => {
  const [x, dy, to] = params.map(({ get }) => get)
  const g = named(params.slice(3))
  const sums = registers(scope)
  const [from, back, into] = [scope.local('i32'), scope.local('i32'), scope.local('i32')]
  const gradients = [scope.local('v128'), scope.local('v128')]
  const size = bytes(product(g.kernelHeight, g.kernelWidth, g.channels, g.filters))
  return [
    memory.clear(to, size),
    taps(scope, g, (rows, line) =>
      strips(scope, g.filters, eight, (filter, strip) =>
        fours(scope, g.channels, (channel, deep) => {
          const { clear, at } = sums(deep, strip.vectors)
          const used = gradients.slice(0, strip.vectors)
          return [
            clear,
            scope.loop(rows.first, rows.last, i32.const(1), (row) => {
              const { input, output, many } = line(row.get)
              return [
                from.set(place(x, sum(product(input, g.channels), channel.get))),
                back.set(place(dy, sum(product(output, g.filters), filter.get))),
                scope.loop(i32.const(0), many, i32.const(1), () => [
                  used.map((own, v) => own.set(load(strip.lanes, back.get, 16 * v))),
                  at.map((own, r) => {
                    const value = scope.local('v128')
                    return [
                      value.set(f32x4.loadSplat(from.get, 4 * r)),
                      own.map((total, v) =>
                        total.set(f32x4.add(total.get, f32x4.mul(value.get, used[v].get))),
                      ),
                    ]
                  }),
                  from.set(sum(from.get, bytes(product(g.across, g.channels)))),
                  back.set(sum(back.get, bytes(g.filters))),
                ]),
              ]
            }),
            into.set(
              place(
                to,
                sum(
                  product(sum(product(line(i32.const(0)).tap, g.channels), channel.get), g.filters),
                  filter.get,
                ),
              ),
            ),
            at.map((own, r) => addTo(own, strip, sum(into.get, bytes(product(i32.const(r), g.filters))))),
          ]
        }),
      ),
    ),
  ]
})

/** ∂loss/∂x into `to`; `turned` is the kernel with channels and filters in each other's place. */
const inputGradient = func('inputGradient', parameters(3), (params, scope) => {
  const [dy, turned, to] = params.map(({ get }) => get)
  const g = named(params.slice(3))
  const one = i32.const(1)
  return [
    memory.clear(to, bytes(product(g.images, g.height, g.width, g.channels))),
    taps(scope, g, (rows, line) =>
      scope.loop(rows.first, rows.last, one, (row) => {
        const { tap, input, output, many } = line(row.get)
        return call(
          multiplies,
          place(dy, product(output, g.filters)),
          bytes(g.filters),
          place(turned, product(tap, g.channels, g.filters)),
          bytes(g.channels),
          place(to, product(input, g.channels)),
          bytes(product(g.across, g.channels)),
          ...[many, g.filters, g.channels],
        )
      }),
    ),
  ]
})

/** Rows become columns in each of some matrices. */
const turn = func('turn', new Array<'i32'>(5).fill('i32'), (params, scope) => {
  const [from, to, matrices, rows, columns] = params.map(({ get }) => get)
  const one = i32.const(1)
  const [zero, size] = [i32.const(0), product(rows, columns)]
  return scope.loop(zero, matrices, one, (m) =>
    scope.loop(zero, rows, one, (r) =>
      scope.loop(zero, columns, one, (c) => {
        const first = product(m.get, size)
        const source = place(from, sum(first, product(r.get, columns), c.get))
        const target = place(to, sum(first, product(c.get, rows), r.get))
        return memory.copy(target, source, i32.const(4))
      }),
    ),
  )
})

/** `multiply` first, since others call it by its place. */
export const convolutions: readonly Func[] = [multiply, kernelGradient, inputGradient, turn]
