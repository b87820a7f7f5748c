import { step, type Path } from './path'
import type { Direction, Point } from './scene'

/** The middle of a ribbon at one place: `u` along the flow, `v` across it, `t` thick. */
export interface Station {
  readonly u: number
  readonly v: number
  readonly t: number
}

/** How places along and across the flow become x and y. */
export type Project = (u: number, v: number) => Point

const right: Project = (u, v) => ({ x: u, y: v })
const down: Project = (u, v) => ({ x: v, y: u })

export function projection(direction: Direction): Project {
  return direction === 'right' ? right : down
}

/** Ribbons that continue each other overlap a little, or a hairline shows between them. */
const overlap = 0.6

/** A closed outline through the stations; between two of them it bends smoothly and leaves along the flow. */
export function ribbonPath(stations: readonly Station[], at: Project): Path {
  const path: number[] = []
  addRibbon(path, stations, at)
  return path
}

function addRibbon(path: number[], stations: readonly Station[], at: Project): void {
  const flip = at === down
  const first = stations[0]
  const last = stations[stations.length - 1]
  add(path, step.move, flip, first.u, first.v - first.t / 2)
  for (let i = 1; i < stations.length; i++) edge(path, stations[i - 1], stations[i], -1, flip)
  add(path, step.line, flip, last.u + overlap, last.v - last.t / 2)
  add(path, step.line, flip, last.u + overlap, last.v + last.t / 2)
  add(path, step.line, flip, last.u, last.v + last.t / 2)
  for (let i = stations.length - 1; i > 0; i--) edge(path, stations[i], stations[i - 1], 1, flip)
  path.push(step.close)
}

/** One edge of a ribbon from a station to its neighbour, `side` -1 for the one with smaller v. */
function edge(path: number[], a: Station, b: Station, side: -1 | 1, flip: boolean): void {
  const from = a.v + (side * a.t) / 2
  const to = b.v + (side * b.t) / 2
  if (from === to) return add(path, step.line, flip, b.u, to)
  // The outer edge of a bend turns later: that keeps a steep ribbon nearly as thick as a level one.
  const forward = b.u > a.u ? 1 : -1
  const length = Math.abs(b.u - a.u)
  const slope = Math.atan((1.5 * Math.abs(b.v - a.v)) / Math.max(1, length))
  const falls = Math.sign(b.v - a.v) * forward
  const shift = Math.min(length * 0.3, (Math.min(a.t, b.t) / 2) * Math.tan(slope / 2)) * -side * falls
  const middle = (a.u + b.u) / 2 + shift
  bend(path, flip, middle, from, middle, to, b.u, to)
}

/** Points on the middle line of a ribbon. */
export function centreLine(stations: readonly Station[], at: Project, steps = 8): readonly Point[] {
  const points = [at(stations[0].u, stations[0].v)]
  for (let i = 1; i < stations.length; i++) {
    const a = stations[i - 1]
    const b = stations[i]
    for (let part = 1; part <= steps; part++) {
      const s = part / steps
      // A cubic whose inner controls lie half way along: u and v as the Bézier polynomials give them.
      const u = a.u + (b.u - a.u) * (1.5 * s * (1 - s) + s ** 3)
      points.push(at(u, a.v + (b.v - a.v) * (3 * s * s - 2 * s ** 3)))
    }
  }
  return points
}

/** As many closed strands as a convolution has groups: the ribbon splits, runs apart and comes together. */
export function strandPath(
  from: Station,
  to: Station,
  spread: number,
  split: number,
  count: number,
  at: Project,
): Path {
  const pitch = spread / count
  const path: number[] = []
  for (let i = 0; i < count; i++) {
    const place = (i + 0.5) / count - 0.5
    const apart = place * spread
    addRibbon(
      path,
      [
        { u: from.u, v: from.v + place * from.t, t: from.t / count },
        { u: from.u + split, v: from.v + apart, t: pitch * 0.62 },
        { u: to.u - split, v: to.v + apart, t: pitch * 0.62 },
        { u: to.u, v: to.v + place * to.t, t: to.t / count },
      ],
      at,
    )
  }
  return path
}

/** A line that leaves one place across the flow, rises above both and comes down on the other. */
export function linkPath(
  from: { readonly u: number; readonly v: number },
  to: { readonly u: number; readonly v: number },
  height: number,
  at: Project,
): Path {
  const path: number[] = []
  const flip = at === down
  const peak = Math.min(from.v, to.v) - (height * 4) / 3
  add(path, step.move, flip, from.u, from.v)
  bend(path, flip, from.u, peak, to.u, peak, to.u, to.v)
  return path
}

/** A zigzag across the flow: here something is torn. */
export function tearPath(u: number, v: number, half: number, at: Project): Path {
  const teeth = Math.max(4, Math.round(half / 9) * 2)
  const path: number[] = []
  for (let i = 0; i <= teeth; i++)
    add(
      path,
      i === 0 ? step.move : step.line,
      at === down,
      u + (i % 2 === 0 ? -5 : 5),
      v - half + (2 * half * i) / teeth,
    )
  return path
}

/** A line through corners that are rounded off. */
export function turnPath(
  corners: readonly (readonly [u: number, v: number])[],
  at: Project,
  radius = 12,
): Path {
  const path: number[] = []
  const flip = at === down
  add(path, step.move, flip, ...corners[0])
  for (let i = 1; i < corners.length - 1; i++) {
    const [u, v] = corners[i]
    const towards = ([otherU, otherV]: readonly [number, number]): [number, number] => {
      const distance = Math.hypot(otherU - u, otherV - v) || 1
      const part = Math.min(radius, distance / 2) / distance
      return [u + (otherU - u) * part, v + (otherV - v) * part]
    }
    const [startU, startV] = towards(corners[i - 1])
    const [endU, endV] = towards(corners[i + 1])
    add(path, step.line, flip, startU, startV)
    if (flip) path.push(step.quadratic, v, u, endV, endU)
    else path.push(step.quadratic, u, v, endU, endV)
  }
  add(path, step.line, flip, ...corners[corners.length - 1])
  return path
}

function add(path: number[], kind: 0 | 1, flip: boolean, u: number, v: number): void {
  if (flip) path.push(kind, v, u)
  else path.push(kind, u, v)
}

function bend(
  path: number[],
  flip: boolean,
  u1: number,
  v1: number,
  u2: number,
  v2: number,
  u: number,
  v: number,
): void {
  if (flip) path.push(step.cubic, v1, u1, v2, u2, v, u)
  else path.push(step.cubic, u1, v1, u2, v2, u, v)
}
