import type { GraphNode, NodeId } from '../nn/graph'
import { opOf } from '../nn/ops'
import { isUnknown } from '../nn/ops/closed'
import { channels, sameShape } from '../nn/shape'
import { drawLevel, drawTensor, homeOf, thicknessOf, type Context, type Piece } from './piece'
import type { Pen } from './pen'
import { extentOf, line, lineWidth, placeBeside, placeInside, type Line } from './text'
import { lineHeight, offEnds, wrapText } from './measure'
import { nodeWords } from './words'

/** Between neighbouring chips. */
const gap = 4

/** Where a grouped convolution's ribbon splits and comes together. */
const split = 34

/** More strands than this cannot be told apart. */
const mostStrands = 32

/** Widest line of a sentence about what does not fit. */
const sentence = 250

/** Follows a layer as a small chip on the same ribbon. */
export function isFollower(node: GraphNode): boolean {
  return (
    ['normalization', 'activation', 'regularization', 'output'].includes(node.family) &&
    node.inputs.length === 1 &&
    sameShape(node.shape, node.inputShapes[0])
  )
}

interface Chip {
  readonly node: GraphNode
  readonly small: boolean
  readonly lines: readonly Line[]
  readonly along: number
  readonly across: number
  /** Room along the flow, in which the ribbon changes its thickness. */
  readonly slot: number
  readonly groups: number
}

function chipOf(c: Context, id: NodeId): Chip {
  const node = c.graph.node(id)
  const small = isFollower(node)
  const isBrief = c.rest < c.text
  const words = c.slim ? node.label.split(', ') : [node.label]
  const short =
    words.length === 1 ? (opOf(node).short?.(node.attrs) ?? (isBrief ? node.label : undefined)) : undefined
  const lines = words.map((text) => line('chip', text, c.rest, true, short))
  // A pill has room for its one word wherever all of them are left for a nearer view.
  const least = isBrief && short !== undefined ? [line('chip', short, c.text, true)] : []
  const tall = Math.max(c.rest * (small ? 1.7 : 2.1), isBrief ? lineHeight(c.text) : 0)
  const height = Math.round(tall) + (lines.length - 1) * lineHeight(c.rest)
  const ends = small ? 12 : 20
  const width = Math.max(
    ...lines.map((each) => lineWidth(each) + ends),
    ...least.map((each) => lineWidth(each) + Math.max(ends, 2 * offEnds * c.text)),
  )
  const [along, across] = c.direction === 'right' ? [width, height] : [height, width]
  const change = Math.abs(thicknessOf(c, id) - thicknessOf(c, node.inputs[0] ?? id))
  const { groups } = node.attrs
  const strands = typeof groups === 'number' && groups > 1 ? Math.min(groups, mostStrands) : 1
  const slot = Math.max(along, change * 0.7) + (strands > 1 ? 2 * split : 0)
  return { node, small, lines, along, across, slot, groups: strands }
}

/** Layers that stand close together: a convolution with its normalization and activation. */
export function unit(c: Context, ids: readonly NodeId[]): Piece {
  const chips = ids.map((id) => chipOf(c, id))
  const half = Math.max(...chips.map((chip) => Math.max(chip.across, reach(c, chip)) / 2))
  const issue = ids.flatMap((id) => c.issues.get(id) ?? [])[0]
  const message = issue
    ? wrapText(issue, c.text, sentence).map((text) => line('issue', text, c.text, false))
    : []
  const room = extentOf(message, c.direction)
  const chipsLength = chips.reduce((sum, chip) => sum + chip.slot, 0) + gap * (chips.length - 1)
  const length = Math.max(chipsLength, room.along)
  const last = ids[ids.length - 1]
  return {
    length,
    above: half,
    below: half + (issue ? 8 + room.across : 0),
    exit: 0,
    draw(pen, u, v) {
      let at = u
      chips.forEach((chip, i) => {
        drawChip(c, pen, chip, at, v)
        at += chip.slot
        if (i < chips.length - 1) {
          drawLevel(c, pen, chip.node.id, at, at + gap, v)
          at += gap
        }
      })
      if (length > chipsLength) drawLevel(c, pen, last, at, u + length, v)
      if (issue) {
        const place = { u, v: v + half + 8, align: 'start' as const }
        pen.labels(placeBeside(message, place, c.direction, pen.at, `issue ${last}`, last))
      }
    },
  }
}

/** The thickest that the ribbon gets while it passes a chip. */
function reach(c: Context, chip: Chip): number {
  const most = Math.max(thicknessOf(c, chip.node.id), thicknessOf(c, chip.node.inputs[0] ?? chip.node.id))
  return chip.groups > 1 ? Math.max(most * 1.3, chip.groups * 2.2) : most
}

function drawChip(c: Context, pen: Pen, chip: Chip, u: number, v: number): void {
  const { node } = chip
  const issue = c.issues.get(node.id) ?? null
  drawPassing(c, pen, chip, u, v)
  const start = u + (chip.slot - chip.along) / 2
  const span = {
    u: [start, start + chip.along] as const,
    v: [v - chip.across / 2, v + chip.across / 2] as const,
  }
  pen.box(span, v, {
    id: node.id,
    kind: 'layer',
    depth: c.depth,
    parent: homeOf(c, node.group),
    family: node.family,
    path: c.colour,
    level: null,
    small: chip.small,
    words: nodeWords(node, issue),
    issue,
    labels: placeInside(chip.lines, pen.rect(span), `chip ${node.id}`, node.id),
  })
}

/** The ribbon that passes a chip, and changes its thickness there. */
function drawPassing(c: Context, pen: Pen, chip: Chip, u: number, v: number): void {
  const { id, inputs, shape } = chip.node
  const before = thicknessOf(c, inputs[0] ?? id)
  const after = thicknessOf(c, id)
  // What is unknown is no tear: nothing was put together that does not fit.
  const torn = c.issues.has(id) && !isUnknown(chip.node)
  if (before === after && chip.groups === 1 && !torn) return drawLevel(c, pen, id, u, u + chip.slot, v)
  const from = { u, v, t: before }
  const to = { u: u + chip.slot, v, t: after }
  const spec = { path: c.colour, channels: channels(shape), from: id, to: id }
  if (chip.groups > 1)
    pen.strands(from, to, reach(c, chip), split, chip.groups, { ...spec, id: `strand ${id}`, kind: 'strand' })
  else if (torn) pen.ribbon([from, to], { ...spec, id: `torn ${id}`, kind: 'torn' })
  else drawTensor(c, pen, id, [from, to])
}
