import './published.css'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { partOf } from '../../../nn/part'
import { countedFor } from './choice'
import { Readable, useIsHidden } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const everything = { on: null }

/** A published comparison: what each network looks like, what it costs, counted, and the error that the paper gives. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { legend, choices, source, open, blocks, top } = value
  const at = Math.min(value.network, choices.length) - 1
  const isHidden = useIsHidden('errors')
  const counted = useMemo(() => choices.map(countedFor), [choices])
  const frame = useMemo(() => ({ on: open.at(-1) ?? null }), [open])
  const block = blocks[Math.min(value.block, blocks.length) - 1] as (typeof blocks)[number] | undefined
  const { graph } = counted[at]
  const drawn = useMemo(() => (block ? partOf(graph, block.id) : graph), [graph, block])
  const most = Math.max(...choices.map(({ error }) => error))
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend={legend}
          value={String(at)}
          onChange={(chosen) => onChange({ network: Number(chosen) + 1 })}
          choices={choices.map(({ label }, i) => ({ value: String(i), label }))}
        />
        {blocks.length > 1 && (
          <Segmented
            legend="Block"
            value={String(blocks.indexOf(block!))}
            onChange={(chosen) => onChange({ block: Number(chosen) + 1 })}
            choices={blocks.map(({ label }, i) => ({ value: String(i), label }))}
          />
        )}
      </div>
      <div className="lab-picture published-picture" data-block={block ? true : undefined}>
        <NetworkPicture
          key={`${at} ${block?.id ?? ''}`}
          graph={drawn}
          expanded={block ? 'all' : open}
          frame={block ? everything : frame}
        />
      </div>
      <TableScroll label={legend}>
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">network</th>
              <th scope="col">top-{top} error</th>
              <th scope="col">parameters</th>
              <th scope="col">MACs</th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ label, error, params, macs }, i) => (
              <tr key={label} aria-current={i === at || undefined}>
                <th scope="row">{label}</th>
                <td className="published-error">
                  <i
                    className="published-bar"
                    style={{ inlineSize: isHidden ? 0 : `${(error / most) * 3.5}em` }}
                  />{' '}
                  <Readable of="errors">{error.toFixed(2)}%</Readable>
                </td>
                {[params, macs].map((cost, i) => (
                  <td key={i}>
                    <Readable of="costs">{count(cost)}</Readable>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="soft small-text">Errors: {source}, not ours. Costs are counted.</p>
    </div>
  )
}
