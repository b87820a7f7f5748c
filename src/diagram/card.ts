import type { GroupId } from '../nn/graph'
import { channels } from '../nn/shape'
import { homeOf, thicknessOf, type Context, type Piece } from './piece'
import { extentOf, line, placeBeside } from './text'
import { contents, groupWords, issueIn } from './words'

/** Between the edge of a card and what is in it. */
const inset = 10

/** Room beside a title for the mark that says it can be opened. */
const markRoom = 16

/** Skips of the blocks in a closed stage, drawn as small arcs: how high, and how many at most. */
const arc = { height: 14, most: 12 } as const

/**
 * A closed group: its ribbon runs through it, its name stands beside.
 * @param row half of the thickest ribbon among its neighbours, so that a row of cards is even
 * @param end the node whose tensor leaves the card, where that is not the end of the group
 */
export function card(c: Context, id: GroupId, row: number, end = c.graph.group(id).output): Piece {
  const group = c.graph.group(id)
  const from = thicknessOf(c, group.input)
  const to = thicknessOf(c, end)
  const lines = [
    line('title', group.name, c.text + 1, true),
    line('detail', contents(c.graph, c.index, group), c.text),
  ]
  const text = extentOf(lines, c.direction)
  const mark = c.direction === 'right' ? markRoom * 2 : 0
  const skips = innerSkips(c, id)
  const arcs = skips === 0 ? 0 : arc.height
  const half = Math.max(row, from / 2, to / 2, 14)
  const above = half + inset + arcs
  const below = half + 8 + text.across + (c.direction === 'right' ? 8 : 8 + markRoom)
  const length = Math.max(text.along + 2 * inset, titleRoom(), Math.abs(from - to) * 0.8, 64)
  const issue = issueIn(c.graph, id)

  function titleRoom(): number {
    return extentOf([lines[0]], c.direction).along + mark + inset
  }

  return {
    length,
    above,
    below,
    exit: 0,
    draw(pen, u, v) {
      const middle = u + length / 2
      const spec = { path: c.colour, channels: channels(group.shape), from: group.input, to: id }
      pen.ribbon(
        [
          { u, v, t: from },
          { u: u + length, v, t: to },
        ],
        { ...spec, id: `pass ${id}`, kind: issue ? 'torn' : 'flow' },
      )
      for (let i = 0; i < skips; i++) {
        const each = (length - 2 * inset) / skips
        const start = u + inset + i * each + each * 0.1
        const base = v - half - 3
        const peak = base - arc.height + 2
        pen.line(
          [
            { u: start, v: base, t: 0 },
            { u: start + each * 0.4, v: peak, t: 0 },
            { u: start + each * 0.8, v: base, t: 0 },
          ],
          { ...spec, id: `arc ${id} ${i}`, kind: 'arc', path: 1 },
        )
      }
      const labels = placeBeside(lines, { u: middle, v: v + half + 8 }, c.direction, pen.at, `card ${id}`, id)
      const title = labels[0].room
      const markX = c.direction === 'right' ? title.x - 9 : title.x + title.width + 11
      pen.box(
        { u: [u, u + length], v: [v - above, v + below] },
        {
          id,
          kind: 'group',
          depth: c.depth,
          parent: homeOf(c, group.parent ?? ''),
          family: null,
          level: group.level,
          small: false,
          words: groupWords(c.graph, c.index, group, issue),
          issue,
          labels,
          line: v,
          mark: { x: markX, y: title.y + title.height / 2 },
        },
      )
    },
  }
}

/** How many skips are hidden in a closed stage, as many as can be drawn. */
function innerSkips(c: Context, id: GroupId): number {
  const blocks = c.graph
    .group(id)
    .children.filter((child) => c.graph.has(child) === 'group' && c.index.kind(child) === 'residual')
  return Math.min(blocks.length, arc.most)
}
