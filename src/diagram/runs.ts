import type { NodeId } from '../nn/graph'
import type { Station } from './curves'
import type { Stratum } from './flowIndex'
import type { RibbonShape } from './outline'
import type { RibbonKind } from './scene'

/** A place on a tensor; as thick as it is anywhere unless said. */
export type Stop = Omit<Station, 't'> & { readonly t?: number }

/** A stretch of a tensor that has grown from pieces which continue each other. */
interface Run {
  readonly id: NodeId
  /** Counted from 1 among the stretches of its tensor. */
  readonly part: number
  readonly strata: readonly Stratum[]
  /** Whether its strips lie from the bottom up. */
  readonly up: boolean
  readonly to: NodeId
  readonly stations: Writable[]
}

/** A station that nobody else has seen yet. */
type Writable = { -readonly [Key in keyof Station]: Station[Key] }

/** Draws one ribbon; its parts one by one, because there are thousands and each object takes its time. */
export type AddRibbon = (
  shape: RibbonShape,
  id: string,
  kind: RibbonKind,
  path: number | null,
  channels: number,
  from: string,
  to: string,
) => void

/** Joins the pieces of a tensor to stretches as long as they can be: fewer ribbons, and no seams between them. */
export function createRuns() {
  const runs: Run[] = []
  const last = new Map<NodeId, Run>()

  function add(
    id: NodeId,
    strata: readonly Stratum[],
    up: boolean,
    to: NodeId,
    thickness: number,
    stops: readonly Stop[],
  ): void {
    const open = last.get(id)
    const [{ u, v, t = thickness }] = stops
    const goesOn = open !== undefined && continues(open, strata, u, v, t)
    const run = goesOn ? open : start({ id, part: (open?.part ?? 0) + 1, strata, up, to, stations: [] })
    for (let i = goesOn ? 1 : 0; i < stops.length; i++) push(run.stations, stops[i], thickness)
  }

  /** A level piece, as most are: it lengthens the one before it, and nothing new is made. */
  function level(
    id: NodeId,
    strata: readonly Stratum[],
    up: boolean,
    to: NodeId,
    thickness: number,
    from: number,
    until: number,
    v: number,
  ): void {
    const open = last.get(id)
    if (open !== undefined && continues(open, strata, from, v, thickness)) lengthen(open.stations, until)
    else {
      const stations = [
        { u: from, v, t: thickness },
        { u: until, v, t: thickness },
      ]
      start({ id, part: (open?.part ?? 0) + 1, strata, up, to, stations })
    }
  }

  function start(run: Run): Run {
    runs.push(run)
    last.set(run.id, run)
    return run
  }

  function flush(draw: AddRibbon): void {
    for (const run of runs) drawRun(run, draw)
  }

  return { add, level, flush }
}

function continues(
  { strata, stations }: Run,
  next: readonly Stratum[],
  u: number,
  v: number,
  t: number,
): boolean {
  const end = stations[stations.length - 1]
  const meets = Math.abs(end.u - u) < 0.05 && Math.abs(end.v - v) < 0.05 && Math.abs(end.t - t) < 0.05
  return meets && strata.length === next.length && strata[0].path === next[0].path
}

/** Moves the end of a run along the flow. */
function lengthen(stations: Writable[], u: number): void {
  const end = stations[stations.length - 1]
  if (stations.length > 1 && isLevel(stations[stations.length - 2], end)) end.u = u
  else stations.push({ u, v: end.v, t: end.t })
}

/** A station in the middle of a level stretch is left out. */
function push(stations: Writable[], { u, v, t = 0 }: Stop, thickness: number): void {
  const next = { u, v, t: t || thickness }
  const count = stations.length
  if (count > 1 && isLevel(stations[count - 2], stations[count - 1]) && isLevel(stations[count - 1], next))
    stations[count - 1] = next
  else stations.push(next)
}

function isLevel(one: Station, other: Station): boolean {
  return one.v === other.v && one.t === other.t
}

function drawRun({ id, part, strata, up, to, stations }: Run, draw: AddRibbon): void {
  const name = `tensor ${id} ${part}`
  if (strata.length === 1) {
    const [{ channels, path }] = strata
    draw({ form: 'band', stations }, name, 'flow', path, channels, id, to)
    return
  }
  let total = 0
  for (const { channels } of strata) total += channels
  let before = 0
  for (let i = 0; i < strata.length; i++) {
    const { channels, path } = strata[i]
    const share = channels / total
    // A dense layer puts its strip on top; the paths of a branch lie in their order from the top down.
    const middle = (before + share / 2 - 0.5) * (up ? -1 : 1)
    before += share
    const shape = { form: 'strip', stations, middle, share } as const
    draw(shape, `${name} ${strata.length - i}`, 'strip', path, channels, id, to)
  }
}
