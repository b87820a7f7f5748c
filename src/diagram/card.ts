import type { GroupId, NodeId } from '../nn/graph'
import type { Roll } from '../nn/rolls'
import { channels } from '../nn/shape'
import type { Station } from './curves'
import type { Pen } from './pen'
import { drawTensor, homeOf, thicknessOf, type Context, type Piece } from './piece'
import { extentOf, line, placeBeside, titleLine } from './text'
import { contents, groupWords, isTorn, issueIn, rollContents, rollName, rollWords } from './words'

/** Between the edge of a card and what is in it. */
const inset = 10

/** Skips of the blocks in a closed stage, drawn as small arcs: how high, and how many at most. */
const arc = { height: 16, most: 12 } as const

/**
 * A closed group: its ribbon runs through it, its name stands beside.
 * @param row half of the thickest ribbon among its neighbours, so that a row of cards is even
 * @param end the node whose tensor leaves the card, where that is not the end of the group
 */
export function card(c: Context, id: GroupId, row: number, end = c.graph.group(id).output): Piece {
  const group = c.graph.group(id)
  const issue = issueIn(c.graph, id)
  return closedBox(c, row, end, {
    box: id,
    group: id,
    name: group.name,
    detail: contents(c.graph, c.index, group),
    words: groupWords(c.graph, c.index, group, issue),
    issue,
    torn: isTorn(c.graph, id),
    skips: innerSkips(c, id),
    stack: false,
  })
}

/** Blocks that are alike as one box. */
export function rollCard(c: Context, roll: Roll, row: number): Piece {
  return closedBox(c, row, c.graph.group(roll.members[roll.members.length - 1]).output, {
    box: roll.id,
    group: roll.members[0],
    name: rollName(c.graph, roll),
    detail: rollContents(c.index, roll),
    words: rollWords(c.graph, c.index, roll),
    issue: null,
    torn: false,
    skips: c.index.kind(roll.members[0]) === 'residual' ? Math.min(roll.members.length, arc.most) : 0,
    stack: true,
  })
}

interface Closed {
  readonly box: string
  /** What it is, or the first of those that it stands for. */
  readonly group: GroupId
  readonly name: string
  readonly detail: string
  readonly words: string
  readonly issue: string | null
  /** Something inside does not fit; what is only unknown does. */
  readonly torn: boolean
  /** Arcs for the ways around inside. */
  readonly skips: number
  readonly stack: boolean
}

function closedBox(c: Context, row: number, end: NodeId, closed: Closed): Piece {
  const { box: id, issue, skips } = closed
  const group = c.graph.group(closed.group)
  const from = thicknessOf(c, group.input)
  const to = thicknessOf(c, end)
  const lines = [titleLine(closed.name, c.text + 1, '+'), line('detail', closed.detail, c.rest)]
  const text = extentOf(lines, c.direction)
  const arcs = skips === 0 ? 0 : arc.height
  const half = Math.max(row, from / 2, to / 2, 14)
  const above = half + inset + arcs
  const below = half + 8 + text.across + 8
  const length = Math.max(text.along + 2 * inset, Math.abs(from - to) * 0.8, 64)

  return {
    length,
    above,
    below,
    exit: 0,
    draw(pen, u, v) {
      const middle = u + length / 2
      const spec = { path: c.colour, channels: channels(group.shape), from: group.input, to: id }
      const stations = [
        { u, v, t: from },
        { u: u + length, v, t: to },
      ]
      const paths = end === group.output && !issue && !closed.stack ? c.index.strata(end) : []
      if (paths.length > 1 && paths[0].path !== null) {
        const split = { u: u + length * 0.22, v, t: from }
        drawTensor(c, pen, group.input, [stations[0], split])
        drawPaths(c, pen, end, split, stations[1])
      } else pen.ribbon(stations, { ...spec, id: `pass ${id}`, kind: closed.torn ? 'torn' : 'flow' })
      const each = (length - 2 * inset) / skips
      for (let i = 0; i < skips; i++) {
        const start = { u: u + inset + (i + 0.08) * each, v: v - Math.max(from, to) / 2 - 3 }
        const end = { u: start.u + each * 0.84, v: start.v }
        pen.bow(start, end, arc.height - 3, { ...spec, id: `arc ${id} ${i}`, kind: 'arc', path: 1 })
      }
      const labels = placeBeside(lines, { u: middle, v: v + half + 8 }, c.direction, pen.at, `card ${id}`, id)
      pen.box({ u: [u, u + length], v: [v - above, v + below] }, v, {
        id,
        kind: 'group',
        depth: c.depth,
        parent: homeOf(c, group.parent ?? ''),
        family: null,
        level: group.level,
        small: false,
        words: closed.words,
        issue,
        stack: closed.stack,
        labels,
      })
    },
  }
}

/** The parallel paths of a closed block in small: the ribbon parts and its colours come together again. */
function drawPaths(c: Context, pen: Pen, id: NodeId, from: Station, to: Station): void {
  const strata = c.index.strata(id)
  const total = channels(c.graph.node(id).shape)
  const apart = Math.min(5, 16 / strata.length)
  const middle = (from.u + to.u) / 2
  let before = 0
  strata.forEach((stratum, i) => {
    const share = stratum.channels / total
    const place = before + share / 2 - 0.5
    before += share
    const offset = (i - (strata.length - 1) / 2) * apart
    const at = (u: number, t: number, extra: number) => ({
      u,
      v: to.v + place * t + extra,
      t: Math.max(0.6, share * t - 0.8),
    })
    const thickness = (from.t + to.t) / 2
    pen.ribbon([at(from.u, from.t, 0), at(middle, thickness, offset), at(to.u, to.t, 0)], {
      id: `pass ${id} ${i}`,
      kind: 'strip',
      path: stratum.path,
      channels: stratum.channels,
      from: id,
      to: id,
    })
  })
}

/** How many skips are hidden in a closed stage, as many as can be drawn. */
function innerSkips(c: Context, id: GroupId): number {
  const blocks = c.graph
    .group(id)
    .children.filter((child) => c.graph.has(child) === 'group' && c.index.kind(child) === 'residual')
  return Math.min(blocks.length, arc.most)
}
