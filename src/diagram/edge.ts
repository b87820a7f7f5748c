import type { NodeId } from '../nn/graph'
import { formatShape } from '../nn/shape'
import { drawLevel, thicknessOf, type Context, type Piece } from './piece'
import { extentOf, line, placeBeside } from './text'

/** Ribbon on either side of a label or a face. */
const air = 7

/** Between a ribbon and the text beside it. */
const gap = 5

/** A tensor on its way: the ribbon, the face to scale, and the shape beside it. */
export function tensorEdge(c: Context, id: NodeId): Piece {
  if (c.lost.has(id)) return noEdge(c, id)
  const node = c.graph.node(id)
  const t = thicknessOf(c, id)
  const size = c.scale.tensor(node.shape)
  const words = formatShape(node.shape, c.order)
  const lines = (c.slim ? broken(words, c.order) : [words]).map((text) => line('shape', text, c.rest, true))
  const text = extentOf(lines, c.direction)
  const faceAlong = (c.direction === 'right' ? size.width : size.height) + size.depth
  const faceAcross = (c.direction === 'right' ? size.height : size.width) / 2
  const half = Math.max(t / 2, faceAcross + (c.direction === 'right' ? 0 : size.depth))
  if (c.slim) {
    const length = faceAlong + gap + text.along + 2 * air
    const reach = Math.max(half, text.across / 2)
    return {
      length,
      above: reach,
      below: reach,
      exit: 0,
      draw(pen, u, v) {
        drawLevel(c, pen, id, u, u + length, v)
        const middle = u + air + (faceAlong + size.depth) / 2
        pen.tensor(id, middle, v, size, { along: faceAlong, across: t, shape: node.shape })
        const place = { u: u + length - air - text.along / 2, v, align: 'on' as const }
        pen.labels(placeBeside(lines, place, c.direction, pen.at, `shape ${id}`, id))
      },
    }
  }
  const length = Math.max(text.along, faceAlong) + 2 * air
  return {
    length,
    above: Math.max(t / 2, faceAcross + size.depth),
    below: half + gap + text.across,
    exit: 0,
    draw(pen, u, v) {
      drawLevel(c, pen, id, u, u + length, v)
      pen.tensor(id, u + length / 2, v, size, { along: length - 2 * air, across: t, shape: node.shape })
      const place = { u: u + length / 2, v: v + half + gap }
      pen.labels(placeBeside(lines, place, c.direction, pen.at, `shape ${id}`, id))
    },
  }
}

/** `28×28×128` on two lines, the channels on one of their own. */
function broken(words: string, order: Context['order']): readonly string[] {
  const at = order === 'hwc' ? words.lastIndexOf('×') : words.indexOf('×')
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at)]
}

/** Where a tensor would be if the join before it did not fail. */
function noEdge(c: Context, id: NodeId): Piece {
  const words = [line('issue', 'no output', c.rest)]
  const text = extentOf(words, c.direction)
  const length = text.along + 2 * air
  return {
    length,
    above: text.across / 2,
    below: text.across / 2,
    exit: 0,
    draw(pen, u, v) {
      const top = c.direction === 'right' ? v - text.across / 2 : v
      const place = { u: u + length / 2, v: top, align: 'on' as const }
      pen.labels(placeBeside(words, place, c.direction, pen.at, `lost ${id}`, id))
    },
  }
}

/** A tensor that goes straight on, without words. */
export function plainEdge(c: Context, id: NodeId, length: number): Piece {
  const half = thicknessOf(c, id) / 2
  return {
    length,
    above: half,
    below: half,
    exit: 0,
    draw: (pen, u, v) => drawLevel(c, pen, id, u, u + length, v),
  }
}
