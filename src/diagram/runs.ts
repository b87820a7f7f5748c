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
  readonly strata: readonly Stratum[]
  /** Whether its strips lie from the bottom up. */
  readonly up: boolean
  readonly to: NodeId
  readonly stations: Station[]
}

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
    const goesOn = open !== undefined && continues(open, strata, stops[0], thickness)
    const run = goesOn ? open : { id, strata, up, to, stations: [] }
    for (let i = goesOn ? 1 : 0; i < stops.length; i++) push(run.stations, stops[i], thickness)
    if (goesOn) return
    runs.push(run)
    last.set(id, run)
  }

  function flush(draw: AddRibbon): void {
    const counts = new Map<NodeId, number>()
    for (const run of runs) {
      const count = (counts.get(run.id) ?? 0) + 1
      counts.set(run.id, count)
      drawRun(run, `tensor ${run.id} ${count}`, draw)
    }
  }

  return { add, flush }
}

function continues(
  { strata, stations }: Run,
  next: readonly Stratum[],
  start: Stop,
  thickness: number,
): boolean {
  const end = stations[stations.length - 1]
  const meets =
    Math.abs(end.u - start.u) < 0.05 &&
    Math.abs(end.v - start.v) < 0.05 &&
    Math.abs(end.t - (start.t ?? thickness)) < 0.05
  return meets && strata.length === next.length && strata[0].path === next[0].path
}

/** A station in the middle of a level stretch is left out. */
function push(stations: Station[], { u, v, t = 0 }: Stop, thickness: number): void {
  const next = { u, v, t: t || thickness }
  const count = stations.length
  if (count > 1 && level(stations[count - 2], stations[count - 1]) && level(stations[count - 1], next))
    stations[count - 1] = next
  else stations.push(next)
}

function level(one: Station, other: Station): boolean {
  return one.v === other.v && one.t === other.t
}

function drawRun({ id, strata, up, to, stations }: Run, name: string, draw: AddRibbon): void {
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
