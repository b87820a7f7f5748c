import './three-forms.css'
import { useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { formOf, productOf } from './form'
import { options } from './options'
import { Schema } from './Schema'

export { options }

const forms = {
  split: 'a · split, add',
  concat: 'b · concatenate',
  grouped: 'c · grouped',
} as const

type Form = keyof typeof forms

/** Channels of all paths together; more paths are thinner ones. */
const width = 128

/** The ResNeXt block in its three forms (Xie et al. 2016, figure 3), from one path to thirty-two. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { form, cardinality, layer } = value
  const graphs = useMemo(
    () =>
      Object.fromEntries(
        Object.keys(forms).map((name) => [
          name,
          graphOf(`resnext-block-${name}`, { cardinality, 'group-width': width / cardinality }),
        ]),
      ),
    [cardinality],
  )
  const graph = graphs[form]
  const chosen = graph.nodes.find(({ id, family }) => id === layer && family === 'convolution')
  const isAlike = cardinality > 1 && chosen !== undefined && formOf(graph).paths.flat().includes(chosen)
  const same = new Set(Object.values(graphs).map(({ totals }) => totals.params.weights)).size === 1
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Form"
          value={form}
          onChange={(form) => onChange({ form })}
          choices={Object.entries(forms).map(([value, label]) => ({ value: value as Form, label }))}
        />
        <Segmented
          legend="Paths"
          value={String(cardinality)}
          onChange={(value) => onChange({ cardinality: Number(value) })}
          choices={options.cardinality.values.map((value) => ({
            value: String(value),
            label: `${value} × ${width / value}`,
            name: `${value} ${value === 1 ? 'path' : 'paths'} of ${width / value} channels`,
          }))}
        />
      </div>
      <Schema graph={graph} chosen={chosen?.id ?? null} onChoose={(layer) => onChange({ layer })} />
      <p className="forms-chosen" role="status">
        {chosen ? (
          <>
            <b>{chosen.label}</b>: {productOf(chosen)} ={' '}
            <Readable of="weights">
              <b>{count(chosen.params.weights)}</b> weights
              {isAlike && `; ${cardinality} paths have ${count(cardinality * chosen.params.weights)}`}
            </Readable>
            .
          </>
        ) : (
          <span className="soft">
            Press a convolution to see its weights. Each is followed by a normalization and, except for the
            last, by ReLU.
          </span>
        )}
      </p>
      <Readout
        values={[
          ['convolutions written down', count(graph.nodes.filter(({ op }) => op === 'conv').length)],
          ['weights', <Readable of="weights">{count(graph.totals.params.weights)}</Readable>],
          ['MACs', count(graph.totals.macs)],
          ['the other two forms', same ? 'the same number of weights' : 'a different number of weights'],
        ]}
      />
    </div>
  )
}
