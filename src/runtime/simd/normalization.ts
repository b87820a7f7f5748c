import {
  type Code,
  f32,
  f32x4,
  func,
  type Func,
  i32,
  load,
  type Local,
  type Scope,
  store,
  sum,
} from './assembler'
import { bytes, place, sixteen, type Strip, strips, registers } from './tiles'

// A map as a matrix: a row for each image and position, a column for each channel.

/** Rows that are summed before their sum is added to that of all: long sums of 32-bit numbers lose digits. */
const block = 256

/** Sums over all rows, block by block. `add` puts what one row gives on top of the sums. */
function summed(
  scope: Scope,
  { many, step }: { readonly many: Code; readonly step: Code },
  pointers: readonly { readonly local: Local; readonly start: Code }[],
  totals: readonly Local[],
  parts: readonly Local[],
  add: Code,
): Code {
  const one = i32.const(1)
  return [
    totals.map((total) => total.set(f32x4.zero)),
    pointers.map(({ local, start }) => local.set(start)),
    scope.loop(i32.const(0), many, i32.const(block), (first) => [
      parts.map((part) => part.set(f32x4.zero)),
      scope.loop(first.get, i32.min(many, sum(first.get, i32.const(block))), one, () => [
        add,
        pointers.map(({ local }) => local.set(sum(local.get, step))),
      ]),
      totals.map((total, i) => total.set(f32x4.add(total.get, parts[i].get))),
    ]),
  ]
}

const places = (strip: Strip, base: Code, read: (address: Code, offset: number, v: number) => Code): Code =>
  Array.from({ length: strip.vectors }, (_, v) => read(base, 16 * v, v))

/** y = γ·(x − mean)/√(variance + ε) + β; mean, variance and 1/√(variance + ε) are written, too. */
const normalize = func(
  'normalize',
  [...new Array<'i32'>(7).fill('i32'), 'i32', 'i32', 'f32'],
  (params, scope) => {
    const [x, gamma, beta, y, mean, variance, inverse, many, channels, epsilon] = params.map(({ get }) => get)
    const step = bytes(channels)
    const [from, to] = [scope.local('i32'), scope.local('i32')]
    const [take, centred] = [registers(scope), scope.local('v128')]
    const count = scope.local('v128')
    return [
      count.set(f32x4.splat(f32.fromInt(many))),
      strips(scope, channels, sixteen, (channel, strip) => {
        const { lanes, vectors } = strip
        const [totals, parts, middles, shifts] = take(4, vectors).at
        const start = { local: from, start: place(x, channel.get) }
        const value = (v: number) => load(lanes, from.get, 16 * v)
        const write = (base: Code, what: readonly Local[]) =>
          places(strip, place(base, channel.get), (address, offset, v) =>
            store(lanes, address, what[v].get, offset),
          )
        const factors = totals
        return [
          summed(
            ...([scope, { many, step }, [start], totals, parts] as const),
            parts.map((part, v) => part.set(f32x4.add(part.get, value(v)))),
          ),
          middles.map((own, v) => own.set(f32x4.div(totals[v].get, count.get))),
          write(mean, middles),
          summed(
            ...([scope, { many, step }, [start], totals, parts] as const),
            parts.map((part, v) => [
              centred.set(f32x4.sub(value(v), middles[v].get)),
              part.set(f32x4.add(part.get, f32x4.mul(centred.get, centred.get))),
            ]),
          ),
          totals.map((own) => own.set(f32x4.div(own.get, count.get))),
          write(variance, totals),
          totals.map((own) =>
            own.set(
              f32x4.div(f32x4.splat(f32.const(1)), f32x4.sqrt(f32x4.add(own.get, f32x4.splat(epsilon)))),
            ),
          ),
          write(inverse, totals),
          places(strip, place(gamma, channel.get), (address, offset, v) =>
            factors[v].set(f32x4.mul(totals[v].get, load(lanes, address, offset))),
          ),
          places(strip, place(beta, channel.get), (address, offset, v) =>
            shifts[v].set(load(lanes, address, offset)),
          ),
          from.set(start.start),
          to.set(place(y, channel.get)),
          scope.loop(i32.const(0), many, i32.const(1), () => [
            middles.map((middle, v) =>
              store(
                lanes,
                to.get,
                f32x4.add(f32x4.mul(f32x4.sub(value(v), middle.get), factors[v].get), shifts[v].get),
                16 * v,
              ),
            ),
            from.set(sum(from.get, step)),
            to.set(sum(to.get, step)),
          ]),
        ]
      }),
    ]
  },
)

/** The gradients of that: by x, γ and β (Ioffe and Szegedy 2015). */
const normalizeGradient = func('normalizeGradient', new Array<'i32'>(10).fill('i32'), (params, scope) => {
  const [x, dy, gamma, mean, inverse, dx, dGamma, dBeta, many, channels] = params.map(({ get }) => get)
  const step = bytes(channels)
  const [from, back, to] = [scope.local('i32'), scope.local('i32'), scope.local('i32')]
  const [take, own, count] = [registers(scope), scope.local('v128'), scope.local('v128')]
  return [
    count.set(f32x4.splat(f32.fromInt(many))),
    strips(scope, channels, sixteen, (channel, strip) => {
      const { lanes, vectors } = strip
      const rows = take(6, vectors).at
      const [toBeta, toGamma, partBeta, partGamma, middles, spreads] = rows
      const read = (base: Code, into: readonly Local[]) =>
        places(strip, place(base, channel.get), (address, offset, v) =>
          into[v].set(load(lanes, address, offset)),
        )
      const write = (base: Code, what: readonly Local[]) =>
        places(strip, place(base, channel.get), (address, offset, v) =>
          store(lanes, address, what[v].get, offset),
        )
      const starts = [
        { local: from, start: place(x, channel.get) },
        { local: back, start: place(dy, channel.get) },
      ]
      const centred = (v: number) => f32x4.sub(load(lanes, from.get, 16 * v), middles[v].get)
      const factors = partBeta
      const slopes = partGamma
      return [
        read(mean, middles),
        read(inverse, spreads),
        summed(
          scope,
          { many, step },
          starts,
          [...toBeta, ...toGamma],
          [...partBeta, ...partGamma],
          middles.map((_, v) => [
            own.set(load(lanes, back.get, 16 * v)),
            partBeta[v].set(f32x4.add(partBeta[v].get, own.get)),
            partGamma[v].set(f32x4.add(partGamma[v].get, f32x4.mul(own.get, centred(v)))),
          ]),
        ),
        toGamma.map((sums, v) => sums.set(f32x4.mul(sums.get, spreads[v].get))),
        write(dBeta, toBeta),
        write(dGamma, toGamma),
        read(gamma, factors),
        factors.map((factor, v) => factor.set(f32x4.mul(factor.get, spreads[v].get))),
        // What is taken away for each standard deviation from the mean, and for all alike.
        slopes.map((slope, v) => slope.set(f32x4.div(f32x4.mul(toGamma[v].get, spreads[v].get), count.get))),
        toBeta.map((sums) => sums.set(f32x4.div(sums.get, count.get))),
        starts.map(({ local, start }) => local.set(start)),
        to.set(place(dx, channel.get)),
        scope.loop(i32.const(0), many, i32.const(1), () => [
          factors.map((factor, v) =>
            store(
              lanes,
              to.get,
              f32x4.mul(
                factor.get,
                f32x4.sub(
                  f32x4.sub(load(lanes, back.get, 16 * v), toBeta[v].get),
                  f32x4.mul(centred(v), slopes[v].get),
                ),
              ),
              16 * v,
            ),
          ),
          [from, back, to].map((pointer) => pointer.set(sum(pointer.get, step))),
        ]),
      ]
    }),
  ]
})

export const normalizations: readonly Func[] = [normalize, normalizeGradient]
