import './freeze-line.css'
import { graphOf } from '../../../architectures/built'
import { useRecorded } from '../../../recorded/useRecorded'
import { count, percent, short } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { Bars } from '../../shared/Bars'
import { workOf } from './backward'
import { learning, learnsBehind, partsOf } from './parts'
import { Recorded } from './Recorded'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A network whose head is new: everything before the line keeps its copied weights, everything after it learns. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network, classes } = value
  const graph = graphOf(network, { classes })
  const parts = partsOf(graph)
  // The head is new, so it always learns.
  const frozen = Math.min(value.frozen ?? parts.length, parts.length - 1)
  const { own, share } = learning(parts, frozen)
  const { forward, weights, inputs } = workOf(graph, learnsBehind(parts, frozen))
  const { all, problem } = useRecorded()
  const report = all?.transfers[0]
  return (
    <div className="lab-body freeze-line">
      <Slider
        label="Frozen parts"
        value={frozen}
        min={0}
        max={parts.length - 1}
        text={frozen === 0 ? 'none' : `up to ${parts[frozen - 1].name}`}
        onChange={(frozen) => onChange({ frozen })}
      />
      <div className="freeze-halves">
        <section aria-label={graph.architecture.title}>
          <Bars
            caption={`Parameters of ${graph.architecture.title}`}
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
              text: short(params, Math.max(...parts.map((part) => part.params))),
              colour: i < frozen ? 'var(--ink-soft)' : 'var(--accent)',
              striped: i < frozen,
            }))}
          />
          <Bars
            caption="MACs per step, one image"
            most={forward}
            bars={[
              {
                id: 'forward',
                name: 'forward',
                value: forward,
                text: short(forward),
                colour: 'var(--path-3)',
              },
              {
                id: 'weights',
                name: 'backward, weights',
                value: weights,
                text: short(weights, forward),
                colour: 'var(--path-2)',
              },
              {
                id: 'inputs',
                name: 'backward, inputs',
                value: inputs,
                text: short(inputs, forward),
                colour: 'var(--path-2)',
                striped: true,
              },
            ]}
          />
        </section>
        {problem}
        {report ? (
          <Recorded
            report={report}
            beside={graph.architecture.title}
            parts={parts.length}
            frozen={frozen}
            value={value}
            onChange={onChange}
          />
        ) : all ? (
          <p className="problem">The transfer is not recorded on this site.</p>
        ) : (
          !problem && (
            <p className="soft lab-loading" aria-busy>
              Loading the recorded runs…
            </p>
          )
        )}
      </div>
      <p className="soft small-text">
        The gradient of a layer’s weights costs as many MACs as the layer itself, and so does the gradient of
        its input, which is needed only if something before the layer learns.
      </p>
      <Readout
        values={[
          ['learn', count(own)],
          ['of all', percent(share)],
          ['stay as copied', count(parts.reduce((sum, { params }) => sum + params, 0) - own)],
          ['MACs backward', short(weights + inputs)],
          ['of forward', percent((weights + inputs) / forward)],
        ]}
      />
    </div>
  )
}
