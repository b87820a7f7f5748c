import type { NodeId } from '../nn/graph'
import { centreLine, type Project, type Station } from './curves'
import type { RibbonShape, Spot } from './outline'
import { createRuns } from './runs'
import { channels, extent, isMap, type Shape } from '../nn/shape'
import type { Box, Label, Mosaic, Point, Rect, Ribbon, RibbonKind, Segment, Tensor } from './scene'

/** A rectangle along and across the flow. */
export interface Span {
  readonly u: readonly [from: number, to: number]
  readonly v: readonly [from: number, to: number]
}

export interface RibbonSpec {
  readonly id: string
  readonly kind: RibbonKind
  readonly path: number | null
  readonly channels: number
  readonly from: string
  readonly to: string
  readonly words?: string
}

export type BoxSpec = Omit<Box, keyof Rect | 'entry' | 'segments' | 'stack' | 'place' | 'path'> & {
  readonly stack?: boolean
  readonly path?: number | null
}

/** A part of a concat that one path fills. */
export interface SegmentSpec {
  readonly span: Span
  readonly path: number | null
  readonly channels: number
}

/** Draws into a scene in places along and across the flow. */
export interface Pen {
  readonly at: Project
  rect(span: Span): Rect
  /** @param line where the ribbon enters, across the flow */
  box(span: Span, line: number, spec: BoxSpec, segments?: readonly SegmentSpec[]): void
  ribbon(stations: readonly Station[], spec: RibbonSpec): void
  /** A piece of a tensor; pieces that continue each other become one. */
  tensorRun: ReturnType<typeof createRuns>['add']
  /** The same for a piece that is level and as thick as the tensor is anywhere. */
  tensorLevel: ReturnType<typeof createRuns>['level']
  /** A line that rises by `height` and comes down again. */
  bow(from: Spot, to: Spot, height: number, spec: RibbonSpec): void
  /** A line with rounded corners. */
  turn(corners: readonly (readonly [u: number, v: number])[], spec: RibbonSpec): void
  strands(from: Station, to: Station, spread: number, split: number, count: number, spec: RibbonSpec): void
  tear(u: number, v: number, half: number, spec: RibbonSpec): void
  labels(labels: readonly Label[]): void
  /** @param band room for all its channels, along and across the flow */
  tensor(
    id: NodeId,
    u: number,
    v: number,
    size: { height: number; width: number; depth: number },
    band?: { readonly along: number; readonly across: number; readonly shape: Shape },
  ): void
}

/** What lies over what, from 0 up; a way around is seen through and lies on top. */
const level: Readonly<Record<RibbonKind, number>> = {
  fan: 0,
  flow: 1,
  strip: 1,
  strand: 2,
  skip: 3,
  torn: 3,
  link: 4,
  arc: 4,
  wrap: 4,
}

export interface Drawn {
  readonly boxes: Box[]
  readonly ribbons: Ribbon[]
  readonly labels: Label[]
  readonly tensors: Tensor[]
}

const none: readonly Point[] = []
const noSegments: readonly Segment[] = []

/** @param placeOf where a node or a group comes in the order of the flow */
export function createPen(
  at: Project,
  placeOf: (id: string) => number,
): { readonly pen: Pen; readonly finish: () => Drawn } {
  const drawn = { boxes: [] as Box[], labels: [] as Label[], tensors: [] as Tensor[] }
  const ribbons: Ribbon[][] = [[], [], [], [], []]
  const runs = createRuns()
  const rect = ({ u, v }: Span): Rect => {
    const a = at(u[0], v[0])
    const b = at(u[1], v[1])
    return { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y }
  }
  const add = (
    shape: RibbonShape,
    { id, kind, path, channels, from, to, words }: RibbonSpec,
    centre: readonly Point[] = none,
  ) => void ribbons[level[kind]].push({ id, kind, path, channels, from, to, words, shape, centre })
  const pen: Pen = {
    at,
    rect,
    box(span, line, spec, segments = []) {
      const { x, y, width, height } = rect(span)
      // Field by field: to spread a specification takes longer than all else here, and there are a thousand boxes.
      drawn.boxes.push({
        id: spec.id,
        kind: spec.kind,
        place: placeOf(spec.id),
        depth: spec.depth,
        parent: spec.parent,
        family: spec.family,
        path: spec.path ?? null,
        level: spec.level,
        stack: spec.stack ?? false,
        small: spec.small,
        words: spec.words,
        issue: spec.issue,
        labels: spec.labels,
        x,
        y,
        width,
        height,
        entry: at(span.u[0], line),
        segments:
          segments.length === 0
            ? noSegments
            : segments.map(({ span: part, path, channels }) => ({ ...rect(part), path, channels })),
      })
    },
    ribbon(stations, spec) {
      add({ form: 'band', stations }, spec, spec.kind === 'skip' ? centreLine(stations, at) : none)
    },
    tensorRun: runs.add,
    tensorLevel: runs.level,
    bow: (from, to, height, spec) => add({ form: 'bow', from, to, height }, spec),
    turn: (corners, spec) => add({ form: 'turn', corners }, spec),
    strands: (from, to, spread, split, count, spec) =>
      add({ form: 'strands', from, to, spread, split, count }, spec),
    tear: (u, v, half, spec) => add({ form: 'tear', u, v, half }, spec),
    labels: (labels) => drawn.labels.push(...labels),
    tensor(id, u, v, { height, width, depth }, band) {
      const { x, y } = at(u, v)
      const mosaic = band ? mosaicOf(band, { x, y }, at) : null
      drawn.tensors.push({ id, x: x - width / 2, y: y - height / 2, width, height, depth, mosaic })
    },
  }
  return {
    pen,
    finish() {
      runs.flush((shape, id, kind, path, channels, from, to) => {
        ribbons[level[kind]].push({
          id,
          kind,
          path,
          channels,
          from,
          to,
          words: undefined,
          shape,
          centre: none,
        })
      })
      return { ...drawn, ribbons: ribbons.flat() }
    },
  }
}

/**
 * All channels of a map on its ribbon: in rows across the flow, so that the channels which one path gave lie where its
 * strip does. As large as the room allows.
 */
function mosaicOf(
  { along, across, shape }: { readonly along: number; readonly across: number; readonly shape: Shape },
  middle: Point,
  at: Project,
): Mosaic | null {
  if (!isMap(shape)) return null
  const [high, wide] = extent(shape)
  const count = channels(shape)
  const right = at(1, 0).x === 1
  // Tiles keep the proportion of the map; `lines` of them fill the thickness of the ribbon.
  const aspect = right ? wide / high : high / wide
  const most = Math.max(1, Math.min(count, Math.floor(Math.sqrt((count * along) / (across * aspect)))))
  // Lines that are all full: then the channels of a path end where its strip does, wherever they can.
  let per = most
  while (per > most / 2 && count % per !== 0) per--
  if (count % per !== 0) per = most
  const lines = Math.ceil(count / per)
  const side = Math.min(across / lines, along / (per * aspect))
  const [length, breadth] = [side * aspect * per, side * lines]
  const [width, height] = right ? [length, breadth] : [breadth, length]
  return {
    x: middle.x - width / 2,
    y: middle.y - height / 2,
    width,
    height,
    columns: right ? per : lines,
  }
}
