import { useEffect, useRef } from 'react'
import type { Graph } from '../../nn/graph'
import { Tabs } from '../../ui/Tabs'
import '../inspector/inspector.css'
import { useGiven } from '../given/given'
import { useStore } from '../state/store'
import type { BesideTab } from '../state/intent'
import './compare.css'
import { Chosen } from './Chosen'
import { comparisonOf, selectedBeside } from './comparison'
import { Differences } from './Differences'
import { useBothRuns } from './MapPair'
import { namesOf } from './names'
import { Runs } from './Runs'
import { show } from './show'
import { Totals } from './Totals'
import { saidApart, useApart, useReadingOf } from './reading'
import { WeightsApart } from './WeightsApart'

interface Props {
  readonly left: Graph
  readonly right: Graph
}

/** Beside two graphs: their totals and differences, and their runs. */
export function ComparePanel({ left, right }: Props) {
  const comparison = comparisonOf(left, right)
  const names = namesOf(left, right)
  const tab = useStore((state) => state.besideTab)
  const explore = useStore((state) => state.explore)
  const selected = useStore((state) => state.selected)
  const beside = useStore((state) => selectedBeside(comparison.diff, state))
  const isOwn = useGiven(({ all }) =>
    all.some(({ network }) => network === left.architecture.id || network === right.architecture.id),
  )
  const isAlike = comparison.entries.length === 0
  const [one, other] = useBothRuns(comparison)
  const isRead =
    tab === 'runs'
      ? (one?.given ?? one?.trained ?? other?.given ?? other?.trained) !== undefined
      : isOwn && isAlike
  useApart(comparison.diff, isRead ? one : null, isRead ? other : null)
  const reading = useReadingOf(comparison.diff)
  const panel = useRef<HTMLDivElement>(null)
  // What is chosen stands first; who walks through a list stays where he is.
  useEffect(() => {
    if (!document.activeElement?.closest('.apart')) panel.current?.scrollTo(0, 0)
  }, [selected, beside])
  return (
    <Tabs<BesideTab>
      className="inspector compare-panel"
      label="Comparison"
      tabs={[
        { value: 'differences', name: 'Differences' },
        { value: 'runs', name: 'Two runs' },
      ]}
      value={tab}
      onChange={(value) => explore({ besideTab: value })}
      panelClass="inspector-body"
      panel={panel}
    >
      {tab === 'runs' ? (
        <Runs comparison={comparison} names={names} />
      ) : (
        <>
          <h2>
            {names[0]} beside {names[1]}
          </h2>
          {(selected ?? beside) !== null && (
            <Chosen comparison={comparison} names={names} selected={[selected, beside]} />
          )}
          <Totals left={left} right={right} names={names} />
          <h3>What differs</h3>
          <Differences
            entries={comparison.entries}
            names={names}
            selected={[selected, beside]}
            onShow={show}
          />
          {isOwn && isAlike && (
            <>
              <p>
                {reading?.isWhole
                  ? saidApart(reading.layers)
                  : 'Once both networks have run, you see how far apart their weights are.'}
              </p>
              <WeightsApart comparison={comparison} chosen={selected} />
            </>
          )}
        </>
      )}
    </Tabs>
  )
}
