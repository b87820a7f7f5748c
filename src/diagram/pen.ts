import type { NodeId } from '../nn/graph'
import {
  centreLine,
  linePath,
  ribbonPath,
  strandPath,
  tearPath,
  turnPath,
  type Project,
  type Station,
} from './curves'
import type { Box, Label, Point, Rect, Ribbon, RibbonKind, Tensor } from './scene'

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
}

export type BoxSpec = Omit<Box, keyof Rect | 'entry' | 'mark' | 'segments'> & {
  /** Where the ribbon enters, across the flow. */
  readonly line: number
  readonly mark?: Point | null
  readonly segments?: readonly {
    readonly span: Span
    readonly path: number | null
    readonly channels: number
  }[]
}

/** Draws into a scene in places along and across the flow. */
export interface Pen {
  readonly at: Project
  box(span: Span, spec: BoxSpec): void
  ribbon(stations: readonly Station[], spec: RibbonSpec): void
  line(stations: readonly Station[], spec: RibbonSpec): void
  /** A line with rounded corners. */
  turn(corners: readonly (readonly [u: number, v: number])[], spec: RibbonSpec): void
  strands(from: Station, to: Station, spread: number, split: number, count: number, spec: RibbonSpec): void
  tear(u: number, v: number, half: number, spec: RibbonSpec): void
  labels(labels: readonly Label[]): void
  tensor(id: NodeId, u: number, v: number, size: { height: number; width: number; depth: number }): void
}

export interface Drawn {
  readonly boxes: Box[]
  readonly ribbons: Ribbon[]
  readonly labels: Label[]
  readonly tensors: Tensor[]
}

export function createPen(at: Project): { readonly pen: Pen; readonly drawn: Drawn } {
  const drawn: Drawn = { boxes: [], ribbons: [], labels: [], tensors: [] }
  const rect = ({ u, v }: Span): Rect => {
    const a = at(u[0], v[0])
    const b = at(u[1], v[1])
    return { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y }
  }
  const add = (d: string, spec: RibbonSpec, centre: readonly Point[] = []) =>
    drawn.ribbons.push({ ...spec, d, centre })
  const pen: Pen = {
    at,
    box(span, { line, mark = null, segments = [], ...spec }) {
      drawn.boxes.push({
        ...spec,
        ...rect(span),
        entry: at(span.u[0], line),
        mark,
        segments: segments.map(({ span: part, path, channels }) => ({ ...rect(part), path, channels })),
      })
    },
    ribbon(stations, spec) {
      add(ribbonPath(stations, at), spec, spec.kind === 'skip' ? centreLine(stations, at) : [])
    },
    line: (stations, spec) =>
      add(linePath(stations, at), spec, spec.kind === 'arc' ? centreLine(stations, at) : []),
    turn: (corners, spec) => add(turnPath(corners, at), spec),
    strands: (from, to, spread, split, count, spec) =>
      add(strandPath(from, to, spread, split, count, at), spec),
    tear: (u, v, half, spec) => add(tearPath(u, v, half, at), spec),
    labels: (labels) => drawn.labels.push(...labels),
    tensor(id, u, v, { height, width, depth }) {
      const { x, y } = at(u, v)
      drawn.tensors.push({ id, x: x - width / 2, y: y - height / 2, width, height, depth })
    },
  }
  return { pen, drawn }
}
