import type { Code, Lanes, Local, Scope } from './assembler'
import { f32x4, i32, load, store, sum, when } from './assembler'

/** Neighboring channels that are computed together: some vectors of some lanes. */
export interface Strip {
  readonly vectors: number
  readonly lanes: Lanes
}

export const widthOf = ({ vectors, lanes }: Strip): number => vectors * lanes

const narrow: readonly Strip[] = [
  { vectors: 1, lanes: 4 },
  { vectors: 1, lanes: 2 },
  { vectors: 1, lanes: 1 },
]

/** Strips for what is computed in registers, and for what is bound by memory. */
export const eight: readonly Strip[] = [{ vectors: 2, lanes: 4 }, ...narrow]
export const sixteen: readonly Strip[] = [{ vectors: 4, lanes: 4 }, ...eight]

/**
 * Cuts `count` into pieces, the largest first.
 * @param sizes of pieces, from large to small, the last of them 1
 * @param body the code for a piece of one size that begins at `i`
 */
export function pieces(
  { local }: Scope,
  count: Code,
  sizes: readonly number[],
  body: (i: Local, size: number) => Code,
): Code {
  const i = local('i32')
  return [
    i.set(i32.const(0)),
    sizes.map((size) => {
      const fits = i32.atLeast(i32.sub(count, i.get), i32.const(size))
      const next = i.set(i32.add(i.get, i32.const(size)))
      return when(fits, [0x03, 0x40, body(i, size), next, fits, 0x0d, 0, 0x0b])
    }),
  ]
}

/** Cuts channels into strips. */
export const strips = (
  scope: Scope,
  count: Code,
  kinds: readonly Strip[],
  body: (i: Local, strip: Strip) => Code,
): Code =>
  pieces(scope, count, kinds.map(widthOf), (i, size) =>
    body(
      i,
      kinds.find((strip) => widthOf(strip) === size)!,
    ),
  )

/** Cuts rows into four at a time and a rest. */
export const fours = (scope: Scope, count: Code, body: (i: Local, rows: number) => Code): Code =>
  pieces(scope, count, [4, 3, 2, 1], body)

/** Sums in registers: one vector for each row and each vector of a strip. */
export interface Sums {
  readonly clear: Code
  readonly at: readonly (readonly Local[])[]
}

/** Makes registers as they are asked for, and hands out the same ones again. */
export function registers({ local }: Scope): (rows: number, vectors: number) => Sums {
  const all: Local[][] = []
  return (rows, vectors) => {
    while (all.length < rows) all.push([])
    for (const row of all) while (row.length < vectors) row.push(local('v128'))
    const used = all.slice(0, rows).map((row) => row.slice(0, vectors))
    return { at: used, clear: used.map((row) => row.map((sum) => sum.set(f32x4.zero))) }
  }
}

/** Adds sums to what stands in memory. */
export const addTo = (row: readonly Local[], { lanes }: Strip, address: Code): Code =>
  row.map((own, v) => store(lanes, address, f32x4.add(load(lanes, address, 16 * v), own.get), 16 * v))

/** Bytes of so many numbers. */
export const bytes = (count: Code): Code => [count, i32.const(2), 0x74]

/** The address of a number. */
export const place = (base: Code, index: Code): Code => sum(base, bytes(index))
