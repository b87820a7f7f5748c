import { Tabs } from 'radix-ui'
import type { Graph } from '../../nn/graph'
import '../inspector/inspector.css'
import { useStore } from '../state/store'
import type { BesideTab } from '../state/intent'
import './compare.css'
import { comparisonOf, selectedBeside } from './comparison'
import { Differences } from './Differences'
import { namesOf } from './names'
import { Runs } from './Runs'
import { show } from './show'
import { Totals } from './Totals'

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
  return (
    <Tabs.Root
      className="inspector compare-panel"
      value={tab}
      onValueChange={(value) => explore({ besideTab: value as BesideTab })}
    >
      <Tabs.List className="tabs" aria-label="Comparison">
        <Tabs.Trigger className="tab" value="differences">
          Differences
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="runs">
          Two runs
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className="inspector-body" value="differences">
        <h2>
          {names[0]} beside {names[1]}
        </h2>
        <Totals left={left} right={right} names={names} />
        <h3>What differs</h3>
        <Differences entries={comparison.entries} names={names} selected={[selected, beside]} onShow={show} />
      </Tabs.Content>
      <Tabs.Content className="inspector-body" value="runs">
        <Runs comparison={comparison} names={names} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
