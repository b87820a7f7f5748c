import type { NodeId } from '../nn/graph'
import {
  centreLine,
  bowPath,
  ribbonPath,
  strandPath,
  tearPath,
  turnPath,
  type Project,
  type Station,
} from './curves'
import { createRuns, type TensorSpec } from './runs'
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

export type BoxSpec = Omit<Box, keyof Rect | 'entry' | 'segments'>

/** A part of a concat that one path fills. */
export interface SegmentSpec {
  readonly span: Span
  readonly path: number | null
  readonly channels: number
}

/** Draws into a scene in places along and across the flow. */
export interface Pen {
  readonly at: Project
  /** @param line where the ribbon enters, across the flow */
  box(span: Span, line: number, spec: BoxSpec, segments?: readonly SegmentSpec[]): void
  ribbon(stations: readonly Station[], spec: RibbonSpec): void
  /** A piece of a tensor; pieces that continue each other become one. */
  tensorRun(spec: TensorSpec, stations: readonly Station[]): void
  bow(u: number, v: number, length: number, height: number, spec: RibbonSpec): void
  /** A line with rounded corners. */
  turn(corners: readonly (readonly [u: number, v: number])[], spec: RibbonSpec): void
  strands(from: Station, to: Station, spread: number, split: number, count: number, spec: RibbonSpec): void
  tear(u: number, v: number, half: number, spec: RibbonSpec): void
  labels(labels: readonly Label[]): void
  tensor(id: NodeId, u: number, v: number, size: { height: number; width: number; depth: number }): void
}

/** What lies over what; a way around is seen through and lies on top. */
const height: Readonly<Record<RibbonKind, number>> = {
  fan: 0,
  flow: 1,
  strip: 1,
  strand: 2,
  skip: 3,
  torn: 3,
  arc: 4,
  wrap: 4,
}

export interface Drawn {
  readonly boxes: Box[]
  readonly ribbons: Ribbon[]
  readonly labels: Label[]
  readonly tensors: Tensor[]
}

export function createPen(at: Project): { readonly pen: Pen; readonly finish: () => Drawn } {
  const drawn: Drawn = { boxes: [], ribbons: [], labels: [], tensors: [] }
  const runs = createRuns()
  const rect = ({ u, v }: Span): Rect => {
    const a = at(u[0], v[0])
    const b = at(u[1], v[1])
    return { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y }
  }
  const add = (d: string, spec: RibbonSpec, centre: readonly Point[] = []) =>
    drawn.ribbons.push({ ...spec, d, centre })
  const pen: Pen = {
    at,
    box(span, line, spec, segments = []) {
      // One spread only: a second one is slow, and there are a thousand boxes.
      const { x, y, width, height } = rect(span)
      drawn.boxes.push({
        ...spec,
        x,
        y,
        width,
        height,
        entry: at(span.u[0], line),
        segments: segments.map(({ span: part, path, channels }) => ({ ...rect(part), path, channels })),
      })
    },
    ribbon(stations, spec) {
      add(ribbonPath(stations, at), spec, spec.kind === 'skip' ? centreLine(stations, at) : [])
    },
    tensorRun: runs.add,
    bow: (u, v, length, height, spec) => add(bowPath(u, v, length, height, at), spec),
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
  return {
    pen,
    finish() {
      runs.flush(pen.ribbon)
      drawn.ribbons.sort((a, b) => height[a.kind] - height[b.kind])
      return drawn
    },
  }
}
