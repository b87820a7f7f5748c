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

/** How the kernels below reach the numbers of the channels of a strip, which stand in a row of their own. */
const rowsOf = (strip: Strip, channel: Local) => ({
  read: (base: Code, into: readonly Local[]) =>
    places(strip, place(base, channel.get), (address, offset, v) =>
      into[v].set(load(strip.lanes, address, offset)),
    ),
  write: (base: Code, what: readonly Local[]) =>
    places(strip, place(base, channel.get), (address, offset, v) =>
      store(strip.lanes, address, what[v].get, offset),
    ),
})

// Statistics and what is made of them are kernels apart, so that workers that share a batch can agree between the two.

/** Mean and variance of each channel. */
const measure = func('measure', new Array<'i32'>(5).fill('i32'), (params, scope) => {
  const [x, mean, variance, many, channels] = params.map(({ get }) => get)
  const step = bytes(channels)
  const from = scope.local('i32')
  const [take, centred, count] = [registers(scope), scope.local('v128'), scope.local('v128')]
  return [
    count.set(f32x4.splat(f32.fromInt(many))),
    strips(scope, channels, sixteen, (channel, strip) => {
      const { lanes, vectors } = strip
      const [totals, parts, middles] = take(3, vectors).at
      const { write } = rowsOf(strip, channel)
      const start = { local: from, start: place(x, channel.get) }
      const value = (v: number) => load(lanes, from.get, 16 * v)
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
      ]
    }),
  ]
})

/** y = γ·(x − mean)/√(variance + ε) + β; 1/√(variance + ε) is written, too. */
const normalize = func('normalize', [...new Array<'i32'>(9).fill('i32'), 'f32'], (params, scope) => {
  const [x, gamma, beta, mean, variance, y, inverse, many, channels, epsilon] = params.map(({ get }) => get)
  const step = bytes(channels)
  const [from, to] = [scope.local('i32'), scope.local('i32')]
  const take = registers(scope)
  const one = f32x4.splat(f32.const(1))
  return strips(scope, channels, sixteen, (channel, strip) => {
    const { lanes, vectors } = strip
    const [factors, gammas, middles, shifts] = take(4, vectors).at
    const { read, write } = rowsOf(strip, channel)
    return [
      read(mean, middles),
      read(variance, factors),
      factors.map((own) => own.set(f32x4.div(one, f32x4.sqrt(f32x4.add(own.get, f32x4.splat(epsilon)))))),
      write(inverse, factors),
      read(gamma, gammas),
      factors.map((own, v) => own.set(f32x4.mul(own.get, gammas[v].get))),
      read(beta, shifts),
      from.set(place(x, channel.get)),
      to.set(place(y, channel.get)),
      scope.loop(i32.const(0), many, i32.const(1), () => [
        middles.map((middle, v) =>
          store(
            lanes,
            to.get,
            f32x4.add(
              f32x4.mul(f32x4.sub(load(lanes, from.get, 16 * v), middle.get), factors[v].get),
              shifts[v].get,
            ),
            16 * v,
          ),
        ),
        [from, to].map((pointer) => pointer.set(sum(pointer.get, step))),
      ]),
    ]
  })
})

/** The gradients of that by γ and β (Ioffe and Szegedy 2015). */
const slopes = func('slopes', new Array<'i32'>(8).fill('i32'), (params, scope) => {
  const [x, dy, mean, inverse, dGamma, dBeta, many, channels] = params.map(({ get }) => get)
  const step = bytes(channels)
  const [from, back] = [scope.local('i32'), scope.local('i32')]
  const [take, own] = [registers(scope), scope.local('v128')]
  return strips(scope, channels, sixteen, (channel, strip) => {
    const { lanes, vectors } = strip
    const [toBeta, toGamma, partBeta, partGamma, middles] = take(5, vectors).at
    const { read, write } = rowsOf(strip, channel)
    const spreads = partBeta
    return [
      read(mean, middles),
      summed(
        scope,
        { many, step },
        [
          { local: from, start: place(x, channel.get) },
          { local: back, start: place(dy, channel.get) },
        ],
        [...toBeta, ...toGamma],
        [...partBeta, ...partGamma],
        middles.map((middle, v) => [
          own.set(load(lanes, back.get, 16 * v)),
          partBeta[v].set(f32x4.add(partBeta[v].get, own.get)),
          partGamma[v].set(
            f32x4.add(
              partGamma[v].get,
              f32x4.mul(own.get, f32x4.sub(load(lanes, from.get, 16 * v), middle.get)),
            ),
          ),
        ]),
      ),
      read(inverse, spreads),
      toGamma.map((sums, v) => sums.set(f32x4.mul(sums.get, spreads[v].get))),
      write(dGamma, toGamma),
      write(dBeta, toBeta),
    ]
  })
})

/** The gradient by x, from those by γ and β over as many positions as the statistics are of (`all`). */
const normalizeGradient = func('normalizeGradient', new Array<'i32'>(11).fill('i32'), (params, scope) => {
  const [x, dy, gamma, mean, inverse, dGamma, dBeta, dx, many, channels, all] = params.map(({ get }) => get)
  const step = bytes(channels)
  const [from, back, to] = [scope.local('i32'), scope.local('i32'), scope.local('i32')]
  const [take, count] = [registers(scope), scope.local('v128')]
  return [
    count.set(f32x4.splat(f32.fromInt(all))),
    strips(scope, channels, sixteen, (channel, strip) => {
      const { lanes, vectors } = strip
      const [toBeta, tilts, middles, spreads, factors] = take(5, vectors).at
      const { read } = rowsOf(strip, channel)
      return [
        read(mean, middles),
        read(inverse, spreads),
        read(gamma, factors),
        factors.map((factor, v) => factor.set(f32x4.mul(factor.get, spreads[v].get))),
        // What is taken away for each standard deviation from the mean, and for all alike.
        read(dGamma, tilts),
        tilts.map((tilt, v) => tilt.set(f32x4.div(f32x4.mul(tilt.get, spreads[v].get), count.get))),
        read(dBeta, toBeta),
        toBeta.map((sums) => sums.set(f32x4.div(sums.get, count.get))),
        from.set(place(x, channel.get)),
        back.set(place(dy, channel.get)),
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
                  f32x4.mul(f32x4.sub(load(lanes, from.get, 16 * v), middles[v].get), tilts[v].get),
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

export const normalizations: readonly Func[] = [measure, normalize, slopes, normalizeGradient]
