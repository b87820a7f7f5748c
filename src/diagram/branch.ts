import { pathInto } from '../nn/dependencies'
import type { NodeId } from '../nn/graph'
import { channels, type Shape, spoken } from '../nn/shape'
import { denseColour, isDense, isIdentity, pathColours, type Branch } from './flowIndex'
import { wrapText } from './measure'
import { drawLevel, drawTensor, homeOf, thicknessOf, type Context, type Piece } from './piece'
import type { Pen } from './pen'
import type { Run } from './scene'
import { extentOf, line, lineWidth, placeBeside, type Line } from './text'
import { nodeWords, sumParts, wayWords } from './words'
import { tensorEdge } from './edge'

/** Between the lanes of neighbouring paths. */
const laneGap = 18

/** Half the round node where paths are added: its sign has room in it. */
const radiusOf = ({ text }: Context) => Math.max(14, Math.round((text + 7) * 0.74))

/** Width of the bar where paths are stacked. */
const bar = 30

/** Widest line of a sentence about what does not fit. */
const sentence = 250

/** How the paths lie: side by side, above a main line, or one above a tensor that goes straight on. */
export type Manner = 'lanes' | 'skip' | 'dense'

interface Lane {
  readonly index: number
  readonly colour: number
  /** Null for the identity. */
  readonly piece: Piece | null
  /** The shape that leaves the path, drawn at its end. */
  readonly tail: Piece | null
  /** What is written on an identity. */
  readonly word: Word | null
  /** The tensor at its end. */
  readonly end: NodeId
  readonly length: number
  readonly above: number
  readonly below: number
}

export interface BranchParts {
  readonly flow: Branch
  /** Lays out one path in its colour; null where nothing stands on it. `main` is the path that stays on the line. */
  readonly path: (index: number, c: Context, main: number) => Piece | null
  /** False inside a closed block, where only the ways around it are seen. */
  readonly open: boolean
}

export function mannerOf(flow: Branch): Manner {
  if (isDense(flow)) return 'dense'
  return flow.join !== 'concat' && flow.paths.length === 2 ? 'skip' : 'lanes'
}

/** The path with the most layers, that stays on the line while the other goes around it. */
function mainPath(c: Context, flow: Branch): number {
  const inputs = c.graph.node(flow.node).inputs
  const lengths = inputs.map((end) => {
    let steps = 0
    for (let id = end; id !== flow.source && steps < 1000; id = c.graph.node(id).inputs[0]) steps++
    return steps
  })
  return lengths.indexOf(Math.max(...lengths))
}

/** Paths that leave one tensor and meet in a join. */
export function branch(c: Context, { flow, path, open }: BranchParts): Piece {
  const manner = mannerOf(flow)
  const join = c.graph.node(flow.node)
  const radius = radiusOf(c)
  const tIn = thicknessOf(c, flow.source)
  const tOut = thicknessOf(c, flow.node)
  const identityHalf = tIn / 2

  const main = manner === 'skip' ? mainPath(c, flow) : manner === 'dense' ? 0 : -1
  const lanes = flow.paths.map((spec, index): Lane => {
    const colour = manner === 'dense' ? denseColour(c.index.strata(flow.source)) : index % pathColours
    const inner = { ...c, colour, passing: c.index.strata(flow.source) }
    const piece = isIdentity(spec) ? null : path(index, inner, main)
    const word = open && manner === 'skip' && isIdentity(spec) ? wordOf(c, tIn) : null
    const end = join.inputs[index]
    const tail = piece && open ? tensorEdge(inner, end) : null
    const parts = [piece, tail].filter((part) => part !== null)
    return {
      index,
      colour,
      piece,
      tail,
      end,
      word,
      length: parts.reduce((sum, part) => sum + part.length, word?.length ?? 0),
      above: Math.max(identityHalf, word?.above ?? 0, ...parts.map((part) => part.above)),
      below: Math.max(identityHalf, word?.below ?? 0, ...parts.map((part) => part.below)),
    }
  })

  const places = placeLanes(lanes, main)
  const furthest = Math.max(...places.map(Math.abs), 1)
  const bend = open ? (manner === 'skip' ? 0.8 : 0.62) : 0.5
  const fan = Math.min(190, Math.max(open ? 56 : 36, furthest * bend, tIn * 0.7))
  const reach = Math.max(tOut, ...lanes.map((lane) => thicknessOf(c, lane.end)))
  const fanIn = Math.min(190, Math.max(open ? 56 : 36, furthest * bend, reach * 0.6))
  const inside = Math.max(...lanes.map((lane) => lane.length))

  const issue = open ? (c.issues.get(flow.node) ?? null) : null
  const beside = lanes.reduce((sum, lane) => sum + lane.above + lane.below, 0) / 2 - tOut / 2
  const notes: readonly Line[] = open
    ? notesOf(c, flow, lanes, manner, issue).flatMap((note) => (c.slim ? brokenSum(note, beside) : note))
    : []
  const room = extentOf(notes, c.direction)
  const joinLength = !open ? 0 : flow.join === 'concat' ? bar : 2 * radius
  const tailLength = notes.length ? room.along + 16 : 6
  const length = fan + inside + fanIn + joinLength + (open ? tailLength : 0)

  /** Where the thing stands that leaves: a dense layer lays its strip on top, so the middle moves up. */
  const exit = manner === 'dense' ? (tIn - tOut) / 2 : 0
  const noteAt = exit + Math.max(tOut / 2, radius) + 6
  const above = Math.max(...lanes.map((lane, i) => lane.above - places[i]), tOut / 2 - exit, radius)
  const below = Math.max(
    ...lanes.map((lane, i) => lane.below + places[i]),
    tOut / 2 + exit,
    radius,
    notes.length ? noteAt + room.across : 0,
  )

  function draw(pen: Pen, u: number, v: number): void {
    const start = u + fan
    const end = start + inside
    const joint = end + fanIn
    const total = channels(join.shape)
    const misfits =
      issue === null
        ? null
        : misfitsOf(
            lanes.map(({ end: last }) => c.graph.node(last).shape),
            flow.join === 'concat',
          )
    let stacked = 0
    lanes.forEach((lane, i) => {
      const across = v + places[i]
      const t = thicknessOf(c, lane.end)
      const mine =
        manner === 'dense' && i === 0
          ? c
          : { ...c, colour: lane.colour, passing: c.index.strata(flow.source) }
      const goesAround = manner === 'skip' && i !== main
      const spec = {
        path: lane.colour,
        channels: channels(c.graph.node(lane.end).shape),
        from: lane.end,
        to: flow.node,
        words: goesAround ? wayWords(c.graph, flow, i) : undefined,
      }
      const share = channels(c.graph.node(lane.end).shape) / total
      const landing =
        flow.join !== 'concat'
          ? { v, t: tOut }
          : manner === 'dense'
            ? { v: v + tIn / 2 - (stacked + share / 2) * tOut, t: share * tOut }
            : { v: v + (stacked + share / 2 - 0.5) * tOut, t: share * tOut }
      stacked += share
      const torn = misfits !== null && misfits.has(i)
      const finish = torn ? joint - 7 : joint
      const target = { u: finish, v: landing.v, t: torn && flow.join !== 'concat' ? t : landing.t }

      if (lane.piece === null) {
        const stations = [
          { u, v, t: tIn },
          { u: start, v: across, t: tIn },
          { u: end, v: across, t: tIn },
          target,
        ]
        if (manner === 'dense') drawTensor(mine, pen, flow.source, stations)
        else
          pen.ribbon(stations, {
            ...spec,
            id: `skip ${flow.node} ${i}`,
            kind: manner === 'lanes' ? 'fan' : 'skip',
          })
        lane.word?.draw(pen, (start + end) / 2, across, flow)
        return
      }
      const { words } = spec
      const out = { id: `out ${flow.node} ${i}`, from: flow.source, to: flow.node, path: lane.colour, words }
      pen.ribbon(
        [
          { u, v, t: tIn },
          { u: start, v: across, t: tIn },
        ],
        {
          ...out,
          kind: goesAround ? 'skip' : i === main && across === v ? 'flow' : 'fan',
          channels: channels(c.graph.node(flow.source).shape),
        },
      )
      lane.piece.draw(pen, start, across)
      const left = start + lane.piece.length
      const tailAt = end - (lane.tail?.length ?? 0)
      if (tailAt > left) drawLevel(mine, pen, lane.end, left, tailAt, across)
      lane.tail?.draw(pen, tailAt, across)
      pen.ribbon([{ u: end, v: across, t }, target], {
        ...spec,
        id: `in ${flow.node} ${i}`,
        kind: torn ? 'torn' : goesAround ? 'skip' : 'flow',
      })
    })
    if (open) drawJoin(pen, joint, v)
  }

  /** Those who do not see the way around hear of it where it ends. */
  const ways =
    manner === 'skip' && open
      ? lanes.flatMap((_, i) => (i === main ? [] : [spoken(wayWords(c.graph, flow, i))]))
      : []

  function drawJoin(pen: Pen, u: number, v: number): void {
    const concat = flow.join === 'concat'
    const middle = v + exit
    const after = u + joinLength
    if (!concat) drawLevel(c, pen, flow.node, u - 0.5, after, middle)
    drawLevel(c, pen, flow.node, after, after + tailLength, middle)
    if (issue)
      pen.tear(u - 7, middle, Math.max(tOut / 2, radius) + 8, {
        id: `tear ${flow.node}`,
        kind: 'arc',
        path: null,
        channels: channels(join.shape),
        from: flow.source,
        to: flow.node,
      })
    const half = concat ? Math.max(tOut / 2, 8) : radius
    let stacked = 0
    const segments = concat
      ? lanes.map((lane, i) => {
          const share = channels(c.graph.node(lane.end).shape) / channels(join.shape)
          const from =
            manner === 'dense' ? middle + tOut * (0.5 - stacked - share) : middle + tOut * (stacked - 0.5)
          stacked += share
          return {
            span: { u: [u, after] as const, v: [from, from + share * tOut] as const },
            path: manner === 'dense' && i === 0 ? null : lane.colour,
            channels: channels(c.graph.node(lane.end).shape),
          }
        })
      : []
    const box = { u: [u, after] as const, v: [middle - half, middle + half] as const }
    const a = pen.at(box.u[0], box.v[0])
    pen.box(
      box,
      middle,
      {
        id: flow.node,
        kind: 'join',
        depth: c.depth,
        parent: homeOf(c, join.group),
        family: join.family,
        level: null,
        small: false,
        words: [nodeWords(join, issue), ...ways].join(', '),
        issue,
        labels: concat
          ? []
          : [
              {
                id: `sign ${flow.node}`,
                kind: 'chip',
                runs: [{ text: flow.join === 'add' ? '+' : '×', path: null }],
                anchor: 'middle',
                size: c.text + 7,
                bold: true,
                x: a.x + radius,
                y: a.y + radius + (c.text + 7) * 0.35,
                room: { x: a.x + 4, y: a.y + 4, width: 2 * radius - 8, height: 2 * radius - 8 },
                of: flow.node,
              },
            ],
      },
      segments,
    )
    const place = { u: after + 8, v: v + noteAt, align: 'start' as const }
    pen.labels(placeBeside(notes, place, c.direction, pen.at, `sum ${flow.node}`, flow.node))
  }

  return { length, above, below, exit, draw }
}

/** Across the flow: the main path on the line and the others above it, or all of them around the line. */
function placeLanes(lanes: readonly Lane[], main: number): readonly number[] {
  if (main < 0) {
    const total = lanes.reduce((sum, lane) => sum + lane.above + lane.below, laneGap * (lanes.length - 1))
    let at = -total / 2
    const tops = lanes.map((lane) => {
      const middle = at + lane.above
      at += lane.above + lane.below + laneGap
      return middle
    })
    return tops
  }
  let top = -lanes[main].above
  return lanes.map((lane, i) => {
    if (i === main) return 0
    const middle = top - laneGap - lane.below
    top = middle - lane.above
    return middle
  })
}

interface Word {
  readonly length: number
  readonly above: number
  readonly below: number
  draw(pen: Pen, u: number, v: number, flow: Branch): void
}

/** So much of an identity stays free beside its word. */
const margin = { right: 4, down: 20 }

/** On an identity, or beside it where it is too thin to be written on. A thin one that leads down crosses it, as it would a line. */
function wordOf(c: Context, thickness: number): Word {
  const lines = [line('note', 'identity', c.text)]
  const { along, across } = extentOf(lines, c.direction)
  const fits = across + margin[c.direction] <= thickness || (c.direction === 'down' && thickness < across / 2)
  const start = fits ? -across / 2 : -thickness / 2 - across - 3
  return {
    length: along + 16,
    above: -start,
    below: Math.max(thickness / 2, start + across),
    draw: (pen, u, v, { node }) =>
      pen.labels(placeBeside(lines, { u, v: v + start }, c.direction, pen.at, `note ${node}`, node)),
  }
}

/** Beside a join: what does not fit, or the sum of the channels. */
function notesOf(
  c: Context,
  flow: Branch,
  lanes: readonly Lane[],
  manner: Manner,
  issue: string | null,
): readonly Line[] {
  const join = c.graph.node(flow.node)
  if (issue) return wrapText(misfit(issue), c.text, sentence).map((text) => line('issue', text, c.text))
  if (flow.join !== 'concat') return []
  let next = 0
  const runs = sumParts(join.inputShapes, join.shape).map((part) => {
    // What a long sum leaves out ends before its last term.
    if (part === '…') next = lanes.length - 1
    if (typeof part === 'string') {
      const total = { of: flow.node, words: `${channels(join.shape)} channels: all paths stacked` }
      return { text: part, path: null, ...(part.includes('= ') && total) }
    }
    const lane = lanes[next++]
    const path = manner === 'dense' && lane.index === 0 ? null : lane.colour
    return { text: String(part), path, of: pathInto(c.graph, lane.end) }
  })
  return [{ kind: 'sum', runs, size: c.text + 1, bold: true }]
}

/** What does not fit of a join, `28×28 against 24×24`: with all the reasons beside it the picture would be laid out anew. */
function misfit(issue: string): string {
  return /: (.+? against [^;]+)/.exec(issue)?.[1] ?? issue
}

/** A sum on as many lines as it needs, each of which but the first begins with its sign. */
function brokenSum(note: Line, width: number): readonly Line[] {
  if (note.kind !== 'sum') return [note]
  const lines: Run[][] = [[]]
  for (let i = 0; i < note.runs.length; i++) {
    const run = note.runs[i]
    // A plus goes with the number behind it.
    const term = run.text === ' + ' ? [run, note.runs[++i]] : [run]
    const longer = [...lines[lines.length - 1], ...term]
    if (lineWidth({ ...note, runs: longer }) <= width || longer.length === term.length)
      lines[lines.length - 1] = longer
    else lines.push([{ ...term[0], text: term[0].text.trimStart() }, ...term.slice(1)])
  }
  return lines.map((runs) => ({ ...note, runs }))
}

/** Which shapes do not fit the rest: those unlike most of them, or all where none has a majority. */
function misfitsOf(shapes: readonly Shape[], concat: boolean): ReadonlySet<number> {
  const looks = shapes.map((shape) => (concat ? shape.slice(0, -1) : shape).join('×'))
  const alike = (look: string) => looks.filter((other) => other === look).length
  const usual = looks.find((look) => alike(look) * 2 > looks.length && alike(look) < looks.length)
  return new Set(looks.flatMap((look, i) => (look === usual ? [] : [i])))
}
