import { closed } from '../../nn/ops/closed'
import type { OpSpec } from '../../nn/op'
import { opOf, ops } from '../../nn/ops'
import { block, branch, type GroupSpec, type Join, path, seq, side, type Spec, stage } from '../../nn/spec'
import { ownName, type Path, type Places, shared } from './modules'
import type { Part, Row } from './reduce'
import type { Piece } from './translator'

/** A description of a network, and which pieces its nodes are, in the order in which `build` makes them. */
export interface Described {
  readonly body: Spec
  readonly pieces: readonly Piece[]
}

/** Names that `build` gives by itself. */
const given = new Set(Object.values(ops).map(({ shortName }) => shortName))

/** A part that holds more of a network than this is not a part of it, but the network. */
const most = 0.6

/** The rows as a description, in stages and blocks as the file's program had them. */
export function describe(row: Row, places: Places): Described {
  const pieces: Piece[] = []
  const body = seq(...grouped(row, [], 0, new Set()))
  return { body, pieces }

  /** @param isInBranch on a way through a branch that stands in no group, as the inner levels of a U-Net do */
  function grouped(
    parts: Row,
    prefix: Path,
    level: number,
    taken: Set<string>,
    isInBranch = false,
  ): readonly Spec[] {
    if (level > 1) return parts.map((part) => specOf(part, taken, level))
    const found = runs(parts, prefix)
    const total = sizeOf(parts)
    return found.flatMap(({ name, parts: inside }) => {
      const isGroup = name !== undefined && (inside.length > 1 || inside[0].kind === 'branch')
      if (!isGroup) return inside.map((part) => specOf(part, taken, level))
      const path = [...prefix, name]
      if (level === 0 && !isInBranch && sizeOf(inside) > most * total)
        return grouped(inside, path, level, taken)
      if (found.length === 1) return grouped(inside, path, level, taken, isInBranch)
      const make: (name: string, ...items: Spec[]) => GroupSpec = level === 0 && !isInBranch ? stage : block
      const label = unique(groupName(path), taken)
      return [make(label, ...grouped(inside, path, level + 1, new Set()))]
    })
  }

  /** Neighbors that stand in the same group below `prefix`. */
  function runs(parts: Row, prefix: Path) {
    const found: { name: string | undefined; parts: Part[] }[] = []
    for (const part of parts) {
      const path = pathOf(part)
      const inside = path.length > prefix.length && prefix.every((name, i) => path[i] === name)
      const name = inside ? path[prefix.length] : undefined
      const last = found.at(-1)
      if (last && last.name === name && name !== undefined) last.parts.push(part)
      else found.push({ name, parts: [part] })
    }
    return found
  }

  /** The groups that all pieces of a part stand in. */
  function pathOf(part: Part): Path {
    return common([part])
  }

  function common(parts: Row): Path {
    return shared(parts.flatMap(piecesOf).map((piece) => places.groups(piece)))
  }

  function specOf(part: Part, taken: Set<string>, level: number): Spec {
    switch (part.kind) {
      case 'piece':
        pieces.push(part.piece)
        return named(part.piece, taken)
      case 'branch': {
        const own = pathOf(part)
        const paths = part.paths.map((row) => pathSpec(row, own, taken, level))
        pieces.push(part.join)
        return branch(part.join.op as Join, ...paths)
      }
      case 'side':
        return side(seq(...part.row.map((each) => specOf(each, taken, level))))
      case 'crossing': {
        const last = part.pieces.at(-1)!
        pieces.push(last)
        return closedSpec(part.pieces, last)
      }
    }
  }

  /** A way through a branch; with the name of a module that it alone stands in. */
  function pathSpec(row: Row, own: Path, taken: Set<string>, level: number): Spec {
    const [name] = row.length > 0 ? common(row).slice(own.length) : []
    if (name === undefined)
      return seq(
        ...(level === 0
          ? grouped(row, own, level, taken, true)
          : row.map((part) => specOf(part, taken, level))),
      )
    const inside = new Set<string>()
    const label = unique(groupName([name]), taken)
    return path(label, ...row.map((part) => specOf(part, inside, level + 1)))
  }

  function named({ op, attrs, ...piece }: Piece, taken: Set<string>): OpSpec {
    const spec: OpSpec = { kind: 'op', op, attrs }
    const leaf = places.leaf({ op, attrs, ...piece })
    if (leaf === undefined || given.has(leaf.replace(/\d+$/, ''))) {
      // A name like those that are given by themselves may meet one of them.
      const { shortName } = opOf(spec)
      return { ...spec, name: unique(leaf ?? `${shortName}1`, taken) }
    }
    return { ...spec, name: unique(leaf, taken) }
  }
}

function closedSpec(inside: readonly Piece[], last: Piece): OpSpec {
  const holds = inside.map(({ op, attrs }) => opOf({ op }).label(attrs as Record<string, unknown>))
  return closed({
    title: `${inside.length} operators`,
    why: `the paths through these ${inside.length} operators cross, so they are shown as one box that cannot be opened or computed`,
    holds,
    shape: last.shape,
  })
}

/** A name that is not taken yet: with a number, counted on, where it is. */
function unique(name: string, taken: Set<string>): string {
  const own = name.replaceAll(/[/:]/g, '_')
  const clean = isJoinName(own) ? `${own}_` : own
  const [, stem, digits] = /^(.*?)(\d*)$/.exec(clean)!
  let found = clean
  for (let number = Number(digits || 1); taken.has(found); number++) found = `${stem}${number + 1}`
  taken.add(found)
  return found
}

/** Joins are named by `build`. */
function isJoinName(name: string): boolean {
  return /^(add|concat|multiply)\d*$/.test(name)
}

function groupName(path: Path): string {
  const last = path.at(-1)!
  const own = ownName(last)
  return /^\d+$/.test(own) ? last : own
}

function piecesOf(part: Part): readonly Piece[] {
  switch (part.kind) {
    case 'piece':
      return [part.piece]
    case 'branch':
      return [...part.paths.flatMap((path) => path.flatMap(piecesOf)), part.join]
    case 'crossing':
      return part.pieces
    case 'side':
      return part.row.flatMap(piecesOf)
  }
}

function sizeOf(row: Row): number {
  return row.reduce((sum, part) => sum + piecesOf(part).length, 0)
}
