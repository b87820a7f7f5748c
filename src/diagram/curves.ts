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
export function ribbonPath(stations: readonly Station[], at: Project): string {
  const end = stations[stations.length - 1]
  const all = [...stations, { u: end.u + overlap, v: end.v, t: end.t }]
  const back = all.toReversed()
  // Joined once: a text that grows piece by piece leaves thousands of pieces behind.
  const d = ['M', point(at, stations[0].u, stations[0].v - stations[0].t / 2)]
  edge(d, all, -1, at)
  d.push('L', point(at, back[0].u, back[0].v + back[0].t / 2))
  edge(d, back, 1, at)
  d.push('Z')
  return d.join('')
}

/** One edge of a ribbon, `side` -1 for the one with smaller v. */
function edge(d: string[], stations: readonly Station[], side: -1 | 1, at: Project): void {
  for (let i = 1; i < stations.length; i++) {
    const a = stations[i - 1]
    const b = stations[i]
    const from = a.v + (side * a.t) / 2
    const to = b.v + (side * b.t) / 2
    if (from === to) d.push(level(at, b.u, to))
    else {
      // The outer edge of a bend turns later: that keeps a steep ribbon nearly as thick as a level one.
      const forward = b.u > a.u ? 1 : -1
      const length = Math.abs(b.u - a.u)
      const slope = Math.atan((1.5 * Math.abs(b.v - a.v)) / Math.max(1, length))
      const falls = Math.sign(b.v - a.v) * forward
      const shift = Math.min(length * 0.3, (Math.min(a.t, b.t) / 2) * Math.tan(slope / 2)) * -side * falls
      const middle = (a.u + b.u) / 2 + shift
      d.push('C', point(at, middle, from), ' ', point(at, middle, to), ' ', point(at, b.u, to))
    }
  }
}

/** Points on the middle line of a ribbon. */
export function centreLine(stations: readonly Station[], at: Project, steps = 8): readonly Point[] {
  const points = [at(stations[0].u, stations[0].v)]
  for (let i = 1; i < stations.length; i++) {
    const a = stations[i - 1]
    const b = stations[i]
    for (let step = 1; step <= steps; step++) {
      const s = step / steps
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
): string {
  const pitch = spread / count
  let d = ''
  for (let i = 0; i < count; i++) {
    const place = (i + 0.5) / count - 0.5
    const apart = place * spread
    d += ribbonPath(
      [
        { u: from.u, v: from.v + place * from.t, t: from.t / count },
        { u: from.u + split, v: from.v + apart, t: pitch * 0.62 },
        { u: to.u - split, v: to.v + apart, t: pitch * 0.62 },
        { u: to.u, v: to.v + place * to.t, t: to.t / count },
      ],
      at,
    )
  }
  return d
}

/** A bow from one place to another that rises by `height` towards smaller v. */
export function bowPath(u: number, v: number, length: number, height: number, at: Project): string {
  const peak = v - (height * 4) / 3
  return `M${point(at, u, v)}C${point(at, u, peak)} ${point(at, u + length, peak)} ${point(at, u + length, v)}`
}

/** A zigzag across the flow: here something is torn. */
export function tearPath(u: number, v: number, half: number, at: Project): string {
  const teeth = Math.max(4, Math.round(half / 9) * 2)
  let d = ''
  for (let i = 0; i <= teeth; i++)
    d += `${i === 0 ? 'M' : 'L'}${point(at, u + (i % 2 === 0 ? -5 : 5), v - half + (2 * half * i) / teeth)}`
  return d
}

/** A line through corners that are rounded off. */
export function turnPath(
  corners: readonly (readonly [u: number, v: number])[],
  at: Project,
  radius = 12,
): string {
  let d = `M${point(at, ...corners[0])}`
  for (let i = 1; i < corners.length - 1; i++) {
    const [u, v] = corners[i]
    const towards = ([otherU, otherV]: readonly [number, number]): [number, number] => {
      const distance = Math.hypot(otherU - u, otherV - v) || 1
      const step = Math.min(radius, distance / 2) / distance
      return [u + (otherU - u) * step, v + (otherV - v) * step]
    }
    d += `L${point(at, ...towards(corners[i - 1]))}Q${point(at, u, v)} ${point(at, ...towards(corners[i + 1]))}`
  }
  return `${d}L${point(at, ...corners[corners.length - 1])}`
}

function point(at: Project, u: number, v: number): string {
  const { x, y } = at(u, v)
  return `${tenths(x)},${tenths(y)}`
}

/** Along the flow on one level: half the numbers of a line. */
function level(at: Project, u: number, v: number): string {
  const { x, y } = at(u, v)
  return at === right ? `H${tenths(x)}` : `V${tenths(y)}`
}

/**
 * A number to a tenth of a pixel, finer than any screen shows. Whole numbers become text much faster than fractions,
 * and a large network has a hundred thousand of them.
 */
function tenths(value: number): string {
  const scaled = Math.round(value * 10)
  const size = Math.abs(scaled)
  const rest = size % 10
  const sign = scaled < 0 ? '-' : ''
  return rest === 0 ? `${sign}${size / 10}` : `${sign}${(size - rest) / 10}.${rest}`
}
