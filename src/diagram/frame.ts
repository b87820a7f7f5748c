import type { GroupId } from '../nn/graph'
import { lineHeight, textWidth } from './measure'
import { drawTensor, homeOf, thicknessOf, type Context, type Piece } from './piece'
import { line, placeBeside } from './text'
import { groupWords, issueIn } from './words'

/** Between a frame and what is in it. */
const pad = 16

/** Before the title: the mark that closes the frame. */
const markRoom = 26

/** An open group: its content with a frame around it and its name at the top. */
export function frame(c: Context, id: GroupId, content: Piece): Piece {
  const group = c.graph.group(id)
  const size = c.text + 1
  const title = line('title', group.name, size, true)
  const header = lineHeight(size) + 12
  const wide = markRoom + textWidth(group.name, size, true) + pad
  const across = c.direction === 'right'
  const from = thicknessOf(c, group.input)
  const to = thicknessOf(c, group.output)
  const lead = pad + (across ? 0 : header)
  /** The ribbon comes back to the line on which it entered. */
  const back = content.exit === 0 ? 0 : 36
  const inner = lead + content.length + back + pad
  const length = across ? Math.max(inner, wide) : inner
  const room = Math.max(content.above, from / 2, to / 2) + pad
  // Flowing down, the title stands beside the ribbon that enters.
  const above = across ? room + header : Math.max(room, wide + from / 2)
  const below = Math.max(content.below, from / 2, to / 2) + pad
  const issue = issueIn(c.graph, id)

  return {
    length,
    above,
    below,
    exit: 0,
    draw(pen, u, v) {
      const start = u + lead
      const end = start + content.length
      const corner = pen.at(u, v - above)
      const labels = placeBeside(
        [title],
        across
          ? { u: u + markRoom, v: v - above + 7, align: 'start' }
          : { u: u + 7, v: v - above + markRoom, align: 'start' },
        c.direction,
        pen.at,
        `title ${id}`,
        id,
      )
      pen.box(
        { u: [u, u + length], v: [v - above, v + below] },
        {
          id,
          kind: 'frame',
          depth: c.depth,
          parent: homeOf(c, group.parent ?? ''),
          family: null,
          level: group.level,
          small: false,
          words: groupWords(c.graph, c.index, group, issue),
          issue,
          labels,
          line: v,
          mark: { x: corner.x + 15, y: corner.y + 7 + lineHeight(size) / 2 },
        },
      )
      drawTensor(
        c,
        pen,
        group.input,
        [
          { u, v },
          { u: start, v },
        ],
        `enter ${id}`,
      )
      content.draw(pen, start, v)
      const out = [
        { u: end, v: v + content.exit },
        ...(back ? [{ u: end + back, v }] : []),
        { u: u + length, v },
      ]
      drawTensor(c, pen, group.output, out, `leave ${id}`)
    },
  }
}
