import './params-vs-compute.css'
import { graphOf } from '../../../architectures/built'
import { count, percent, short } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Bars } from '../../shared/Bars'
import { factsOf } from '../../shared/lecture-networks'
import { denseShare, partsOf } from './parts'
import { Readable, useIsHidden } from '../../shared/hidden'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Two charts of the same parts: where the parameters are, and where the work is done. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { networks, network: name, view } = value
  const all = networks.map(factsOf)
  const graph = graphOf(name)
  const isHidden = useIsHidden('shares')
  const { trainable, macs } = graph.totals
  const quantities = [
    { key: 'params', title: 'Parameters', whole: trainable, ofAll: 'Parameters' },
    // In one line on an old projector, or the rows of the two charts would not stand at one height.
    { key: 'macs', title: 'MACs per image', whole: macs, ofAll: 'MACs' },
  ] as const
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="What is compared"
          value={view}
          onChange={(view) => onChange({ view })}
          choices={[
            { value: 'parts', label: 'inside one network' },
            { value: 'networks', label: 'between networks' },
          ]}
        />
        {view === 'parts' && (
          <Segmented
            small
            legend="Network"
            value={name}
            onChange={(network) => onChange({ network })}
            choices={all.map((facts) => ({ value: facts.id, label: facts.name }))}
          />
        )}
      </div>
      <div className="two-charts">
        {quantities.map(({ key, title, whole, ofAll }) => (
          <Bars
            key={key}
            caption={view === 'parts' ? `${ofAll}: ${short(whole)}` : title}
            most={view === 'parts' ? whole : undefined}
            bars={
              view === 'parts'
                ? partsOf(graph).map((part) => ({
                    id: part.id,
                    name: part.id,
                    value: isHidden ? 0 : part[key],
                    text: <Readable of="shares">{percent(part[key] / whole)}</Readable>,
                    colour: part.dense ? 'var(--family-dense)' : 'var(--family-convolution)',
                    striped: part.dense,
                  }))
                : all.map((facts) => ({
                    id: facts.id,
                    name: facts.name,
                    value: facts[key],
                    text: short(facts[key], Math.max(...all.map((each) => each[key]))),
                  }))
            }
          />
        ))}
      </div>
      <p role="status">
        {view === 'parts' ? (
          <>
            Fully connected layers (striped):{' '}
            <Readable of="shares">
              {percent(denseShare(graph, 'params'))} of the parameters, {percent(denseShare(graph, 'macs'))}{' '}
              of the MACs
            </Readable>
            .
          </>
        ) : (
          `MACs per parameter: ${all.map((facts) => `${facts.name} ${count(Math.round(facts.macs / facts.params))}`).join(', ')}.`
        )}
      </p>
    </div>
  )
}
