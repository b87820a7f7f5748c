import { useState } from 'react'
import { type Comparison, nodesAt } from './comparison'
import { type Finished, problemOf, useSession } from '../run/session'
import { useSecond } from './second'
import { ScopeSwitch } from '../../featuremaps/ScopeSwitch'
import type { Maps } from '../../featuremaps/maps'
import type { Scope } from '../../featuremaps/colour'
import { SideMaps } from './SideMaps'
import { useMaps } from './useMaps'

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
  const [channel, setChannel] = useState(0)
  const [scope, setScope] = useState<Scope>('both')
  const [left, right] = nodesAt(comparison.diff, chosen)
  const here = useMaps(one?.result.trace, left?.id)
  const there = useMaps(other?.result.trace, right?.id)
  const shared = { channel, onChannel: setChannel }
  const why = (of: typeof here, run: Finished | null, waiting: string) =>
    of.problem ??
    (run && !of.isKept ? 'This device has too little memory to keep every layer of this network.' : waiting)
  return (
    <div className="map-pair">
      {here.maps && there.maps && hasPositions(here.maps) && (
        <ScopeSwitch value={scope} onChange={setScope} isPair />
      )}
      <SideMaps
        {...shared}
        side="left"
        name={names[0]}
        node={left}
        maps={here.maps}
        pair={{ other: there.maps, scope, onScope: setScope }}
        waiting={why(here, one, problemOf(first) ?? 'The maps appear once the network has run …')}
      />
      <SideMaps
        {...shared}
        side="right"
        name={names[1]}
        node={right}
        maps={there.maps}
        pair={{ other: here.maps, scope, onScope: setScope }}
        waiting={why(there, other, problemOf(second) ?? 'It runs once the first network has finished …')}
      />
    </div>
  )
}

/** The bars of a vector have one scale anyway. */
const hasPositions = ({ height, width }: Maps) => height * width > 1
