import type { NodeId } from '../nn/graph'
import type { Station } from './curves'
import type { Stratum } from './flowIndex'
import type { RibbonShape } from './outline'
import type { RibbonSpec } from './pen'

/** A tensor as it is drawn: its strips, and whether they lie from the bottom up. */
export interface TensorSpec {
  readonly id: NodeId
  readonly strata: readonly Stratum[]
  readonly up: boolean
  readonly to: NodeId
}

/** A stretch of a tensor that has grown from pieces which continue each other. */
interface Run {
  readonly spec: TensorSpec
  readonly stations: Station[]
}

/** Joins the pieces of a tensor to stretches as long as they can be: fewer ribbons, and no seams between them. */
export function createRuns() {
  const runs: Run[] = []
  const last = new Map<NodeId, Run>()

  function add(spec: TensorSpec, stations: readonly Station[]): void {
    const open = last.get(spec.id)
    if (open && continues(open, spec, stations[0])) {
      for (const station of stations.slice(1)) push(open.stations, station)
      return
    }
    const run = { spec, stations: [] }
    for (const station of stations) push(run.stations, station)
    runs.push(run)
    last.set(spec.id, run)
  }

  function flush(draw: (shape: RibbonShape, spec: RibbonSpec) => void): void {
    const counts = new Map<NodeId, number>()
    for (const { spec, stations } of runs) {
      const count = (counts.get(spec.id) ?? 0) + 1
      counts.set(spec.id, count)
      drawRun(spec, stations, `tensor ${spec.id} ${count}`, draw)
    }
  }

  return { add, flush }
}

function continues({ spec, stations }: Run, next: TensorSpec, start: Station): boolean {
  const end = stations[stations.length - 1]
  const meets =
    Math.abs(end.u - start.u) < 0.05 && Math.abs(end.v - start.v) < 0.05 && Math.abs(end.t - start.t) < 0.05
  return meets && spec.strata.length === next.strata.length && spec.strata[0].path === next.strata[0].path
}

/** A station in the middle of a level stretch is left out. */
function push(stations: Station[], next: Station): void {
  const [a, b] = stations.slice(-2)
  const level = (one: Station, other: Station) => one.v === other.v && one.t === other.t
  if (b && level(a, b) && level(b, next)) stations[stations.length - 1] = next
  else stations.push(next)
}

function drawRun(
  { id, strata, up, to }: TensorSpec,
  stations: readonly Station[],
  name: string,
  draw: (shape: RibbonShape, spec: RibbonSpec) => void,
): void {
  if (strata.length === 1) {
    const [{ channels, path }] = strata
    draw({ form: 'band', stations }, { id: name, kind: 'flow', path, channels, from: id, to })
    return
  }
  const total = strata.reduce((sum, stratum) => sum + stratum.channels, 0)
  let before = 0
  strata.forEach(({ channels, path }, i) => {
    const share = channels / total
    // A dense layer puts its strip on top; the paths of a branch lie in their order from the top down.
    const middle = (before + share / 2 - 0.5) * (up ? -1 : 1)
    before += share
    draw(
      { form: 'strip', stations, middle, share },
      { id: `${name} ${strata.length - i}`, kind: 'strip', path, channels, from: id, to },
    )
  })
}
