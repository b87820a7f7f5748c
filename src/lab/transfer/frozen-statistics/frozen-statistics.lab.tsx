import './frozen-statistics.css'
import { useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Channel } from './Channel'
import { keepers } from './drift'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A block that is open at first, so that normalizations are seen. */
const open = ['conv2_x', 'conv2_x/block1']
const block = { on: open[1] }

/** What moves in a frozen network: the running statistics of one channel, and where all of them are. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network, view } = value
  const graph = graphOf(network)
  const choice = (
    <Segmented
      legend="What is shown"
      value={view}
      onChange={(view) => onChange({ view })}
      small
      choices={[
        { value: 'channel', label: 'One channel' },
        { value: 'network', label: graph.architecture.title },
      ]}
    />
  )
  return (
    <div className="lab-body frozen-statistics">
      {view === 'channel' ? (
        <Channel value={value} onChange={onChange}>
          {choice}
        </Channel>
      ) : (
        <>
          {choice}
          <Keepers network={network} />
        </>
      )}
    </div>
  )
}

/** The network with the layers that keep running statistics. */
function Keepers({ network }: { readonly network: string }) {
  const graph = graphOf(network)
  const layers = useMemo(() => keepers(graph), [graph])
  const lit = useMemo(() => {
    const set = new Set<string>(layers)
    for (const { id, nodes } of graph.groups) if (nodes.some((node) => set.has(node))) set.add(id)
    return set
  }, [graph, layers])
  const { params } = graph.totals
  return (
    <>
      <div className="lab-picture keepers">
        <NetworkPicture graph={graph} expanded={open} frame={block} lit={lit} />
      </div>
      <Readout
        values={[
          ['frozen', `${count(graph.totals.trainable)} parameters`],
          ['still moving', <Readable of="network">{count(params.running)} numbers</Readable>],
          ['in', `${layers.length} layers`],
        ]}
      />
      <p className="soft small-text">
        Highlighted: parts that keep running statistics, a mean and a variance per channel. Open a part to
        find them.
      </p>
    </>
  )
}
