import { opOf } from '../../nn/ops'
import { concat } from '../../nn/ops/merge'
import { dominatorsOf } from './dominators'
import { ancestors, readBy } from './translate'
import type { Piece } from './translator'

/** A part of a network that is drawn in one row: pieces one after the other, with branches and what ends beside. */
export type Row = readonly Part[]

export type Part =
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'branch'; readonly join: Piece; readonly paths: readonly Row[] }
  /** Pieces whose ways cross, from the first to the last in order; the last gives what leaves. */
  | { readonly kind: 'crossing'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'side'; readonly row: Row }

/** Branches within branches deeper than this stay closed. */
const deepest = 64

/**
 * A concatenation that begins with all inputs of an earlier one takes that one's output instead: [a, b, c] becomes
 * [[a, b], c], which is how a dense block is drawn.
 */
export function nestConcats(pieces: readonly Piece[]): readonly Piece[] {
  const known = new Map<string, number>()
  return pieces.map((piece) => {
    if (piece.op !== concat.definition.name) return piece
    const { inputs } = piece
    let found: Piece | undefined
    for (let length = inputs.length - 1; length > 1 && !found; length--) {
      const earlier = known.get(inputs.slice(0, length).join())
      if (earlier !== undefined) found = { ...piece, inputs: [earlier, ...inputs.slice(length)] }
    }
    const key = inputs.join()
    if (!known.has(key)) known.set(key, piece.id)
    return found ?? piece
  })
}

/**
 * The pieces as a tree of rows and branches (series-parallel reduction), up to the first of `outputs`; the others end in
 * sides. Where ways cross, the smallest region with one way in and one way out stands closed.
 */
export function reduce(pieces: readonly Piece[], outputs: readonly number[]): Row {
  const [main, ...ends] = outputs
  const reads = pieces.map(readBy)
  const { below, common, depth } = dominatorsOf(reads)
  const inMain = ancestors(pieces, main)
  const sides = new Map<number, number[]>()
  const used = new Set<number>()

  for (const end of ends) {
    const own = [...ancestors(pieces, end)].filter((id) => !inMain.has(id))
    const entries = own.flatMap((id) => reads[id].filter((input) => inMain.has(input)))
    if (entries.length === 0) continue
    const entry = common(entries)
    if (new Set(entries).size === 1) sides.set(entry, [...(sides.get(entry) ?? []), end])
  }

  /** From behind `from` to `to`; undefined where the ways between them leave the region or meet elsewhere. */
  function row(to: number, from: number, level: number): Row | undefined {
    const parts: Part[] = []
    const taken: number[] = []
    const giveUp = () => {
      for (const id of taken) used.delete(id)
      return undefined
    }
    let at = to
    while (at !== from) {
      if (used.has(at) || at === 0) return giveUp()
      const start = reads[at].length > 0 ? common(reads[at]) : 0
      if (depth(start) < depth(from)) return giveUp()
      for (const end of sides.get(at) ?? []) parts.push(sideOf(end, at))
      const piece = pieces[at]
      if (isJoin(piece)) {
        const before = new Set(used)
        const paths = level < deepest ? pathsOf(piece, start, level) : undefined
        if (paths) parts.push({ kind: 'branch', join: piece, paths })
        else {
          // A path that was taken before another failed stands inside the closed region too.
          for (const id of [...used]) if (!before.has(id)) used.delete(id)
          const inside = between(start, at)
          if (!inside) return giveUp()
          for (const id of inside) {
            used.add(id)
            taken.push(id)
          }
          parts.push({ kind: 'crossing', pieces: inside.map((id) => pieces[id]) })
        }
      } else parts.push({ kind: 'piece', piece })
      used.add(at)
      taken.push(at)
      at = start
    }
    return parts.reverse()
  }

  function pathsOf(join: Piece, from: number, level: number): readonly Row[] | undefined {
    const paths: Row[] = []
    for (const inputs of clustersOf(join, from)) {
      const path = inputs.length === 1 ? row(inputs[0], from, level + 1) : inner(join, inputs, from, level)
      if (!path) return undefined
      paths.push(path)
    }
    return paths
  }

  /**
   * Neighboring inputs of a concatenation that share a way: an exporter has made one concatenation of two, and
   * [a, b, c] is drawn as [[a, b], c] again.
   */
  function clustersOf(join: Piece, from: number): readonly (readonly number[])[] {
    const clusters: number[][] = []
    let top: number | undefined
    for (const input of reads[join.id]) {
      const own = input === from ? undefined : below(input, from)
      if (join.op === concat.definition.name && own !== undefined && own === top) clusters.at(-1)!.push(input)
      else clusters.push([input])
      top = own
    }
    return clusters.length > 1 ? clusters : reads[join.id].map((input) => [input])
  }

  function inner(join: Piece, inputs: readonly number[], from: number, level: number): Row | undefined {
    if (level + 1 >= deepest) return undefined
    const start = common(inputs)
    const before = row(start, from, level + 1)
    const shapes = inputs.map((input) => pieces[input].shape)
    const { tensor: _, ...rest } = join
    const part = { ...rest, inputs, shape: concat.definition.shape(shapes, {}) }
    const paths: Row[] = []
    for (const input of inputs) {
      const path = before && row(input, start, level + 2)
      if (!path) return undefined
      paths.push(path)
    }
    return before && [...before, { kind: 'branch', join: part, paths }]
  }

  /** All pieces that lie on a way from one to another, the first left out; undefined where one is drawn already. */
  function between(from: number, to: number): readonly number[] | undefined {
    const found = new Set([to])
    const waiting = [to]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      for (const input of reads[next])
        if (input !== from && !found.has(input)) {
          if (used.has(input) || input === 0) return undefined
          found.add(input)
          waiting.push(input)
        }
    return [...found].sort((a, b) => a - b)
  }

  function sideOf(end: number, from: number): Part {
    const found = row(end, from, 1)
    return { kind: 'side', row: found ?? [{ kind: 'crossing', pieces: [pieces[end]] }] }
  }

  const whole = row(main, 0, 0) ?? crossingAll(main)
  return [...(sides.get(0) ?? []).map((end) => sideOf(end, 0)), ...whole]

  function crossingAll(end: number): Row {
    const all = [...ancestors(pieces, end)].filter((id) => id !== 0).sort((a, b) => a - b)
    return [{ kind: 'crossing', pieces: all.map((id) => pieces[id]) }]
  }
}

function isJoin({ op, inputs }: Piece): boolean {
  return inputs.length > 1 && opOf({ op }).family === 'merge'
}
