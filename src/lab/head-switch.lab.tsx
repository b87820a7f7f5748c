import './head-switch/head-switch.css'
import { type CSSProperties, useState } from 'react'
import { count, percent } from '../ui/format'
import { Segmented } from '../ui/Segmented'
import { heads, lastLayer, netWith, profile, type Head } from './head-switch/heads'
import { Readout } from './Readout'

const titles: Readonly<Record<Head, string>> = {
  mean: 'mean of each channel',
  flatten: 'the whole map as a vector',
}

/** GoogLeNet's channels block by block, and what its last layer costs behind a mean and behind a long vector. */
export function Lab() {
  const [head, setHead] = useState<Head>('mean')
  const graph = netWith(head)
  const blocks = profile(graph)
  const most = Math.max(...blocks.map(({ channels }) => channels))
  const last = lastLayer(graph)
  const scale = Math.max(...heads.map((each) => lastLayer(netWith(each)).own))
  return (
    <div className="lab-body">
      <ol className="width-profile" aria-label="Channels behind every block">
        {blocks.map(({ id, channels }) => (
          <li key={id} style={{ '--share': channels / most } as CSSProperties}>
            <b>{channels}</b>
            <i />
            <span>{id.replace('inception_', '')}</span>
          </li>
        ))}
      </ol>
      <div className="lab-controls">
        Then
        <Segmented
          legend="What the last layer reads"
          value={head}
          onChange={setHead}
          choices={heads.map((value) => ({ value, label: titles[value] }))}
        />
      </div>
      <dl className="head-bars">
        {(
          [
            ['all before it', last.rest],
            ['the last layer', last.own],
          ] as const
        ).map(([name, params]) => (
          <div key={name} className={name === 'the last layer' ? 'last' : undefined}>
            <dt>{name}</dt>
            <dd>
              <i style={{ inlineSize: `${(params / scale) * 100}%` }} /> {count(params)} parameters
            </dd>
          </div>
        ))}
      </dl>
      <Readout
        values={[
          ['it reads', `${count(last.reads)} values`],
          [
            'its weights',
            `${count(last.reads)} · ${count(last.weights / last.reads)} = ${count(last.weights)}`,
          ],
          ['its share of all parameters', percent(last.own / (last.own + last.rest))],
        ]}
      />
      <p className="soft">
        Counted from the network as it is built with either head; both bars have one scale.
      </p>
    </div>
  )
}
