import {
  linkPath,
  projection,
  ribbonPath,
  strandPath,
  tearPath,
  turnPath,
  type Project,
  type Station,
} from './curves'
import { eachPoint, type Path } from './path'
import type { Direction, Rect, Ribbon } from './scene'

/** Between strips of one stack. */
const stripGap = 0.8

/** No strip is thinner than this. */
const thinnest = 0.6

/**
 * What a ribbon is made of, in places along and across the flow. An outline has ten times as many numbers, and most of
 * a large network is never seen at once, so outlines are made when they are drawn.
 */
export type RibbonShape =
  | { readonly form: 'band'; readonly stations: readonly Station[] }
  /** A part of a band: `middle` and `share` of its thickness, from -0.5 to 0.5 and from 0 to 1. */
  | {
      readonly form: 'strip'
      readonly stations: readonly Station[]
      readonly middle: number
      readonly share: number
    }
  | {
      readonly form: 'strands'
      readonly from: Station
      readonly to: Station
      readonly spread: number
      readonly split: number
      readonly count: number
    }
  | { readonly form: 'bow'; readonly from: Spot; readonly to: Spot; readonly height: number }
  | { readonly form: 'turn'; readonly corners: readonly (readonly [u: number, v: number])[] }
  /** On its way from one place to another. */
  | { readonly form: 'outline'; readonly outline: Path }
  | { readonly form: 'tear'; readonly u: number; readonly v: number; readonly half: number }

export interface Spot {
  readonly u: number
  readonly v: number
}

const known = new WeakMap<RibbonShape, Path>()

/** The outline of a ribbon, or the line that it is; made once. */
export function outlineOf({ shape }: Pick<Ribbon, 'shape'>, direction: Direction): Path {
  const found = known.get(shape)
  if (found) return found
  const made = draw(shape, projection(direction))
  known.set(shape, made)
  return made
}

function draw(shape: RibbonShape, at: Project): Path {
  switch (shape.form) {
    case 'band':
      return ribbonPath(shape.stations, at)
    case 'strip':
      return ribbonPath(stripOf(shape.stations, shape.middle, shape.share), at)
    case 'strands':
      return strandPath(shape.from, shape.to, shape.spread, shape.split, shape.count, at)
    case 'bow':
      return linkPath(shape.from, shape.to, shape.height, at)
    case 'turn':
      return turnPath(shape.corners, at)
    case 'outline':
      return shape.outline
    case 'tear':
      return tearPath(shape.u, shape.v, shape.half, at)
  }
}

function stripOf(stations: readonly Station[], middle: number, share: number): readonly Station[] {
  return stations.map(({ u, v, t }) => ({
    u,
    v: v + middle * t,
    t: Math.max(thinnest, share * t - stripGap),
  }))
}

const boxed = new WeakMap<RibbonShape, Rect>()

/** A rectangle around a ribbon; made once. */
export function roomOf({ shape }: Pick<Ribbon, 'shape'>, direction: Direction): Rect {
  const found = boxed.get(shape)
  if (found) return found
  const [u0, v0, u1, v1] = extent(shape, direction)
  const rect =
    direction === 'right'
      ? { x: u0, y: v0, width: u1 - u0, height: v1 - v0 }
      : { x: v0, y: u0, width: v1 - v0, height: u1 - u0 }
  boxed.set(shape, rect)
  return rect
}

/** From the smallest u and v to the largest; bends stay between the stations. */
function extent(shape: RibbonShape, direction: Direction): readonly [number, number, number, number] {
  let [u0, v0, u1, v1] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = (u: number, v: number) => {
    u0 = Math.min(u0, u)
    v0 = Math.min(v0, v)
    u1 = Math.max(u1, u)
    v1 = Math.max(v1, v)
  }
  if (shape.form === 'band' || shape.form === 'strip')
    for (const { u, v, t } of shape.stations) {
      take(u, v - t / 2)
      take(u + 1, v + t / 2)
    }
  else if (shape.form === 'turn') for (const [u, v] of shape.corners) take(u, v)
  else {
    const outline = outlineOf({ shape }, direction)
    eachPoint(outline, (x, y) => (direction === 'right' ? take(x, y) : take(y, x)))
  }
  return [u0, v0, u1, v1]
}

/** A line, and no area. */
export function isLine({ kind }: Ribbon): boolean {
  return kind === 'arc' || kind === 'link' || kind === 'wrap'
}
