import './concat-bill.css'
import { graphOf } from '../../../architectures/built'
import { bytesPerValue } from '../../../nn/totals'
import { bytes, count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Bars } from './Bars'
import { copiesOf, distinctOf } from '../dense-builder/sawtooth'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** What the dense layers of a network read, each with a copy of its own, against what there is at all. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network } = value
  const graph = graphOf(network)
  const copies = copiesOf(graph)
  const copied = copies.reduce((sum, layer) => sum + layer.copied, 0)
  const distinct = distinctOf(graph)
  return (
    <div className="lab-body">
      <div className="lab-controls">
        DenseNet-
        <Segmented
          legend="Network"
          value={network}
          onChange={(network) => onChange({ network })}
          choices={options.network.choices.map((value) => ({
            value,
            label: graphOf(value).architecture.title.replace('DenseNet-', ''),
            name: graphOf(value).architecture.title,
          }))}
        />
      </div>
      <Bars copies={copies} />
      <Readout
        values={[
          [`copied for ${copies.length} layers`, <Values key="copied" of={copied} />],
          ['distinct', <Values key="distinct" of={distinct} />],
          [
            'ratio',
            <Readable key="ratio" of="ratio">
              {(copied / distinct).toFixed(2)}×
            </Readable>,
          ],
        ]}
      />
      <div className="bill" aria-hidden>
        <span className="bill-copied">copied</span>
        <span className="bill-distinct" style={{ inlineSize: `${(distinct / copied) * 100}%` }}>
          distinct
        </span>
      </div>
    </div>
  )
}

function Values({ of: values }: { readonly of: number }) {
  return (
    <>
      {count(values)} <span className="soft small-text">{bytes(values * bytesPerValue)}</span>
    </>
  )
}
