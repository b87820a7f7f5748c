import type { GroupId } from '../nn/graph'
import { lineHeight } from './measure'
import { drawLevel, drawTensor, homeOf, thicknessOf, type Context, type Piece } from './piece'
import { lineWidth, placeBeside, titleLine } from './text'
import { groupWords, issueIn } from './words'

/** Between a frame and what is in it. */
export const framePad = 16

/** From the corner of a frame to its title. */
const titleInset = 12

/**
 * An open group: its content with a frame around it and its name at the top.
 * @param note what is said beside the name
 */
export function frame(c: Context, id: GroupId, content: Piece, note = ''): Piece {
  const group = c.graph.group(id)
  const size = c.text + (group.level === 'stage' ? 3 : 1)
  const title = titleLine(group.name, size, '−', note)
  const header = lineHeight(size) + 12
  const wide = titleInset + lineWidth(title) + framePad
  const across = c.direction === 'right'
  const from = thicknessOf(c, group.input)
  const to = thicknessOf(c, group.output)
  const lead = framePad + (across ? 0 : header)
  /** The ribbon comes back to the line on which it entered, unless it has gone on to another line. */
  const stays = content.exit > content.above
  const back = content.exit === 0 || stays ? 0 : 36
  const exit = stays ? content.exit : 0
  const inner = lead + content.length + back + framePad
  const length = across ? Math.max(inner, wide) : inner
  const room = Math.max(content.above, from / 2, to / 2) + framePad
  // Flowing down, the title stands beside the ribbon that enters.
  const above = across ? room + header : Math.max(room, wide + from / 2)
  const below = Math.max(content.below, from / 2, to / 2) + framePad
  const issue = issueIn(c.graph, id)

  return {
    length,
    above,
    below,
    exit,
    draw(pen, u, v) {
      const start = u + lead
      const end = start + content.length
      const labels = placeBeside(
        [title],
        across
          ? { u: u + titleInset, v: v - above + 7, align: 'start' }
          : { u: u + 7, v: v - above + titleInset, align: 'start' },
        c.direction,
        pen.at,
        `title ${id}`,
        id,
      )
      pen.box({ u: [u, u + length], v: [v - above, v + below] }, v, {
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
      })
      drawLevel(c, pen, group.input, u, start, v)
      content.draw(pen, start, v)
      const out = [
        { u: end, v: v + content.exit },
        ...(back ? [{ u: end + back, v }] : []),
        { u: u + length, v: v + exit },
      ]
      drawTensor(c, pen, group.output, out)
    },
  }
}
