import type { Project } from './curves'
import { ascent, lineHeight, textWidth } from './measure'
import type { Direction, Label, Rect, Run } from './scene'

/** A line of text before it has a place. */
export interface Line {
  readonly kind: Label['kind']
  readonly runs: readonly Run[]
  readonly size: number
  readonly bold?: boolean
  readonly short?: string
}

export function line(kind: Label['kind'], text: string, size: number, bold = false, short?: string): Line {
  return { kind, runs: [{ text, path: null }], size, bold, short }
}

/** A title with the sign of what a click does, and a note beside it. */
export function titleLine(name: string, size: number, sign: '+' | '−', note = ''): Line {
  const mark: Run = { text: `${sign} `, path: null, mark: true }
  const beside: readonly Run[] = note === '' ? [] : [{ text: `  ${note}`, path: null, mark: true }]
  return { kind: 'title', runs: [mark, { text: name, path: null }, ...beside], size, bold: true }
}

export function lineWidth({ runs, size, bold = false }: Line): number {
  let width = 0
  for (const run of runs) width += textWidth(run.text, size, bold)
  return width
}

/** Room of lines below each other, along and across the flow. */
export function extentOf(lines: readonly Line[], direction: Direction) {
  let [width, height] = [0, 0]
  for (const each of lines) {
    width = Math.max(width, lineWidth(each))
    height += lineHeight(each.size)
  }
  return direction === 'right' ? { along: width, across: height } : { along: height, across: width }
}

/**
 * Puts lines beside the flow: the block starts at `v` across it and is centred on `u`, or begins there; or `on` it, each
 * line in the middle of the ribbon.
 * @param id of the labels, numbered from the second line on
 */
export function placeBeside(
  lines: readonly Line[],
  place: { readonly u: number; readonly v: number; readonly align?: 'middle' | 'start' | 'on' },
  direction: Direction,
  at: Project,
  id: string,
  of: string,
): readonly Label[] {
  const { along } = extentOf(lines, direction)
  const across = direction === 'right'
  const start = place.align === 'start' ? place.u : place.u - along / 2
  const corner = at(start, place.v)
  const anchor = place.align === 'on' || (across && place.align !== 'start') ? 'middle' : 'start'
  const x = anchor === 'middle' ? at(place.u, place.v).x : corner.x
  return stack(lines, x, corner.y, anchor, id, of)
}

/** Puts lines in the middle of a rectangle. */
export function placeInside(lines: readonly Line[], rect: Rect, id: string, of: string): readonly Label[] {
  const height = lines.reduce((sum, { size }) => sum + lineHeight(size), 0)
  return stack(lines, rect.x + rect.width / 2, rect.y + (rect.height - height) / 2, 'middle', id, of)
}

function stack(
  lines: readonly Line[],
  x: number,
  top: number,
  anchor: Label['anchor'],
  id: string,
  of: string,
): readonly Label[] {
  const labels: Label[] = []
  let y = top
  for (const each of lines) {
    const i = labels.length
    labels.push(labelOf(each, x, y, anchor, i === 0 ? id : `${id}·${i}`, of))
    y += lineHeight(each.size)
  }
  return labels
}

function labelOf(text: Line, x: number, top: number, anchor: Label['anchor'], id: string, of: string): Label {
  const { kind, runs, short, size, bold = false } = text
  const width = lineWidth(text)
  const room = { x: anchor === 'middle' ? x - width / 2 : x, y: top, width, height: lineHeight(size) }
  return { id, kind, runs, short, size, bold, anchor, x, y: top + ascent(size), room, of }
}
