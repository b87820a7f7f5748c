import type { NodeId } from '../nn/graph'
import { channels } from '../nn/shape'
import { thicknessOf, type Context, type Piece } from './piece'

/** A piece on the line; a side path hangs below what comes after it. */
export interface Part {
  readonly piece: Piece
  readonly kind: 'unit' | 'edge' | 'side'
  /** The tensor that leaves it. */
  readonly tensor: NodeId
  readonly side?: { readonly body: Piece; readonly source: NodeId; readonly name: string }
}

/** Between a side path and what is above it. */
const sideGap = 26

/** Parts on one line, and how far it reaches where a side path goes on beyond its end. */
export interface Row extends Piece {
  readonly reach: number
}

/** Puts parts on one line, side paths in lanes of their own below it. */
export function lineUp(c: Context, parts: readonly Part[]): Row {
  const placed: { piece: Piece; u: number; v: number }[] = []
  const drops: { u: number; v: number; part: Part }[] = []
  let u = 0
  let v = 0
  for (const part of parts) {
    if (part.side) drops.push({ u, v, part })
    placed.push({ piece: part.piece, u, v })
    u += part.piece.length
    v += part.piece.exit
  }
  const exit = v
  const hung: { u: number; from: number; v: number; drop: number; part: Part }[] = []
  for (const drop of drops) {
    const { body } = drop.part.side!
    const start = drop.u + drop.part.piece.length
    const end = start + body.length
    let below = 0
    for (const each of placed)
      if (each.u < end && each.u + each.piece.length > drop.u)
        below = Math.max(below, each.v + each.piece.below)
    const lane = below + sideGap + body.above
    placed.push({ piece: body, u: start, v: lane })
    hung.push({ u: drop.u, from: drop.v, v: lane, drop: drop.part.piece.length, part: drop.part })
  }
  let [above, below, reach] = [0, 0, u]
  for (const { piece, u: from, v: at } of placed) {
    reach = Math.max(reach, from + piece.length)
    above = Math.max(above, piece.above - at)
    below = Math.max(below, piece.below + at)
  }
  return {
    length: u,
    above,
    below,
    exit,
    reach,
    draw(pen, atU, atV) {
      for (const { u, from, v, drop, part } of hung) {
        const { source, name } = part.side!
        const t = thicknessOf(c, source)
        pen.ribbon(
          [
            { u: atU + u, v: atV + from, t },
            { u: atU + u + drop, v: atV + v, t },
          ],
          {
            id: `side ${name}`,
            kind: 'fan',
            path: null,
            channels: channels(c.graph.node(source).shape),
            from: source,
            to: name,
          },
        )
      }
      for (const each of placed) each.piece.draw(pen, atU + each.u, atV + each.v)
    },
  }
}
