import { type Comparison, nodesAt } from './comparison'
import { type Finished, problemOf, useSession } from '../run/session'
import { useSecond } from './second'
import { SideMaps } from './SideMaps'

/** The last runs of both networks, where they are of these graphs. */
export function useBothRuns({ diff }: Comparison): readonly [Finished | null, Finished | null] {
  const first = useSession((state) => state.finished)
  const second = useSecond((state) => state.finished)
  return [first?.graph === diff.left.graph ? first : null, second?.graph === diff.right.graph ? second : null]
}

interface Props {
  readonly comparison: Comparison
  readonly names: readonly [left: string, right: string]
  /** What is chosen in either network; a group stands for what leaves it. */
  readonly chosen: readonly [left: string | null | undefined, right: string | null | undefined]
}

/** The maps of two partners beside each other. */
export function MapPair({ comparison, names, chosen }: Props) {
  const [one, other] = useBothRuns(comparison)
  const first = useSession((state) => state.run)
  const second = useSecond((state) => state.run)
  const [left, right] = nodesAt(comparison.diff, chosen)
  return (
    <div className="map-pair">
      <SideMaps
        side="left"
        name={names[0]}
        node={left}
        run={one}
        waiting={problemOf(first) ?? 'The maps appear when the network has run …'}
      />
      <SideMaps
        side="right"
        name={names[1]}
        node={right}
        run={other}
        waiting={problemOf(second) ?? 'It runs when the first network has finished …'}
      />
    </div>
  )
}
