import './head-switch.css'
import type { CSSProperties } from 'react'
import { count, percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { useIsHidden } from '../../shared/hidden'
import { Channel } from './Channel'
import { heads, lastChannel, lastLayer, netWith, profile, type Head } from './heads'
import { Readout } from '../../shared/Readout'
import { Waiting } from './Waiting'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const titles: Readonly<Record<Head, string>> = {
  mean: 'mean of each channel',
  flatten: 'the whole map as a vector',
}

/**
 * GoogLeNet's channels block by block, what its last layer costs behind a mean and behind a long vector, and what goes
 * with one channel of the last map.
 */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { head, dropped: isDropped } = value
  const graph = netWith(head)
  const isHidden = useIsHidden('flattened') && head === 'flatten'
  const blocks = profile(graph)
  const most = Math.max(...blocks.map(({ channels }) => channels))
  const last = lastLayer(graph)
  const channel = lastChannel(graph)
  const gone = isDropped ? channel : { values: 0, weights: 0 }
  const reads = last.reads - gone.values
  const weights = last.weights - gone.weights
  const own = last.own - gone.weights
  const scale = Math.max(...heads.map((each) => lastLayer(netWith(each)).own))
  return (
    <div className="lab-body head-switch">
      <ol className="width-profile" aria-label="Channels after each block">
        {blocks.map(({ id, channels }) => (
          <li key={id} style={{ '--share': channels / most } as CSSProperties}>
            <b>{channels}</b>
            <i />
            <span>{id.replace('inception_', '')}</span>
          </li>
        ))}
      </ol>
      <div className="lab-controls">
        The last layer reads
        <Segmented
          legend="What the last layer reads"
          value={head}
          onChange={(head) => onChange({ head })}
          choices={heads.map((value) => ({ value, label: titles[value] }))}
        />
      </div>
      <Channel
        channel={channel}
        head={head}
        isDropped={isDropped}
        onDrop={(dropped) => onChange({ dropped })}
      />
      <dl className="head-bars">
        {(
          [
            ['all layers before it', last.rest],
            ['the last layer', own],
          ] as const
        ).map(([name, params]) => (
          <div key={name} className={name === 'the last layer' ? 'last' : undefined}>
            <dt>{name}</dt>
            <dd>
              <span>
                {name === 'the last layer' ? <Waiting head={head}>{count(params)}</Waiting> : count(params)}{' '}
                parameters
              </span>
              <i
                style={{
                  inlineSize: isHidden && name === 'the last layer' ? 0 : `${(params / scale) * 100}%`,
                }}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Readout
        values={[
          [
            'it reads',
            <>
              <Waiting head={head}>{count(reads)}</Waiting> values
            </>,
          ],
          [
            'its weights',
            <Waiting head={head}>
              {count(reads)} · {count(weights / reads)} = {count(weights)}
            </Waiting>,
          ],
          ['share of all parameters', <Waiting head={head}>{percent(own / (own + last.rest))}</Waiting>],
        ]}
      />
      <p className="soft">
        Counted from the network built with each head; both bars share one scale. A dropped channel is still
        computed, but no longer read.
      </p>
    </div>
  )
}
