import './resnet-calculator.css'
import { useDeferredValue, useMemo } from 'react'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { countedOf, known, knownAs, nameOf, type Plan, sumOf } from './network'
import { Rows } from './Rows'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Any ResNet: blocks for each stage and their kind; the number in its name, and what it costs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { kind, blocks, projections: withProjections } = value
  const plan: Plan = useMemo(() => ({ kind, blocks }), [kind, blocks])
  // The largest take a third of a second to build: the field that was changed does not wait for them.
  const built = useDeferredValue(plan)
  const counted = useMemo(() => countedOf(built), [built])
  const { title, says } = nameOf(built, counted.depth)
  const { depth, projections, convolutions } = counted
  return (
    <div className="lab-body calculator">
      <div className="lab-controls">
        <span className="calculator-known">
          ResNet-
          <Segmented
            legend="A network of the paper"
            value={knownAs(plan)?.id ?? null}
            onChange={(id) => {
              const { kind, blocks } = known.find((one) => one.id === id)!
              onChange({ kind, blocks })
            }}
            choices={known.map(({ id, title }) => ({
              value: id,
              label: title.replace('ResNet-', ''),
              name: title,
            }))}
          />
        </span>
        <Segmented
          legend="Blocks"
          value={plan.kind}
          onChange={(kind) => onChange({ kind })}
          choices={[
            { value: 'basic', label: 'basic' },
            { value: 'bottleneck', label: 'bottleneck' },
          ]}
        />
      </div>
      <Rows
        plan={plan}
        counted={counted}
        withProjections={withProjections}
        onChange={(blocks) => onChange({ blocks })}
      />
      <div role="status">
        <p className="calculator-sum">
          <strong>{title}</strong> <span className="soft">{sumOf(built, counted, withProjections)} =</span>{' '}
          <b>{withProjections ? depth + projections : depth}</b>
        </p>
        <p className="calculator-says">
          {withProjections
            ? `${convolutions} convolutions, of which ${projections} are projections, and the classifier.`
            : says}
        </p>
      </div>
      <label className="calculator-switch">
        <input
          type="checkbox"
          checked={withProjections}
          onChange={() => onChange({ projections: !withProjections })}
        />{' '}
        count projections
      </label>
      <div className="calculator-figures">
        <Readout
          quiet
          values={[
            ['parameters', count(counted.params)],
            ['MACs', count(counted.macs)],
            ['convolutions', withProjections ? convolutions : convolutions - projections],
          ]}
        />
      </div>
    </div>
  )
}
