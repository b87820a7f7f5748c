import { useState } from 'react'
import { graphOf } from '../architectures/built'
import { count, percent } from '../ui/format'
import { Slider } from '../ui/Slider'
import { Bars } from './Bars'
import { learning, partsOf } from './freeze-line/parts'
import type { LabProps } from './index'
import { Readout } from './Readout'

/** A network whose head is new: everything before the line keeps its copied weights, everything behind it learns. */
export function Lab({ with: given }: LabProps) {
  const { network = 'resnet18', classes = 10 } = given as {
    readonly network?: string
    readonly classes?: number
  }
  const parts = partsOf(graphOf(network, { classes }))
  // The head is new, so it always learns.
  const [frozen, setFrozen] = useState(parts.length - 1)
  const { own, share } = learning(parts, frozen)
  return (
    <div className="lab-body">
      <Slider
        label="Frozen parts"
        value={frozen}
        min={0}
        max={parts.length - 1}
        text={frozen === 0 ? 'none' : `up to ${parts[frozen - 1].name}`}
        onChange={setFrozen}
      />
      <Bars
        caption="Parameters by part; striped: frozen"
        bars={parts.map(({ name, params }, i) => ({
          id: name,
          name: (
            <>
              {name}{' '}
              <span className="soft">
                {i < frozen ? 'frozen' : i === parts.length - 1 ? 'new' : 'learns'}
              </span>
            </>
          ),
          value: params,
          text: count(params),
          colour: i < frozen ? 'var(--ink-soft)' : 'var(--accent)',
          striped: i < frozen,
        }))}
      />
      <Readout
        values={[
          ['learn', count(own)],
          ['of all', percent(share)],
          ['stay as copied', count(parts.reduce((sum, { params }) => sum + params, 0) - own)],
        ]}
      />
    </div>
  )
}
