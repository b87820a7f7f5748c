import { ChevronDown, ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { graphOf } from '../../../architectures/built'
import { count, percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import { TableScroll } from '../../shared/TableScroll'
import { foldedParts, foldedTotals } from './network'
import type { LabProps } from '../../shared/frame'
import type { options } from './options'
import { networks } from './options'

/** What folding does to the parameters of a network, stage by stage; a stage opens into its layers. */
export function Accounts({ value, onChange }: LabProps<typeof options>) {
  const { network, part: open } = value
  const graph = graphOf(network)
  const parts = foldedParts(graph)
  const totals = foldedTotals(parts)
  return (
    <>
      <Segmented
        legend="Network"
        value={network}
        onChange={(network) => onChange({ network })}
        small
        choices={networks.map((value) => ({ value, label: graphOf(value).architecture.title }))}
      />
      <TableScroll label="Parameters before and after folding">
        <table className="lab-table fold-table">
          <thead>
            <tr>
              <th scope="col">part</th>
              <th scope="col">γ and β</th>
              <th scope="col">new biases</th>
              <th scope="col">before</th>
              <th scope="col">after</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, folds, before, after }) => (
              <Fragment key={name}>
                <tr>
                  <th scope="row">
                    {folds.length === 0 ? (
                      name
                    ) : (
                      <button
                        type="button"
                        className="link fold-opens"
                        aria-expanded={open === name}
                        onClick={() => onChange({ part: open === name ? '' : name })}
                      >
                        {open === name ? (
                          <ChevronDown aria-hidden size={14} />
                        ) : (
                          <ChevronRight aria-hidden size={14} />
                        )}
                        {name}
                      </button>
                    )}
                  </th>
                  <td>{count(folds.reduce((sum, fold) => sum + fold.gammaBeta, 0))}</td>
                  <Waiting>{count(folds.reduce((sum, fold) => sum + fold.biases, 0))}</Waiting>
                  <td>{count(before)}</td>
                  <Waiting>{count(after)}</Waiting>
                </tr>
                {open === name &&
                  folds.map((fold) => (
                    <tr key={fold.name} className="fold-layer">
                      <th scope="row">{fold.name}</th>
                      <td>{count(fold.gammaBeta)}</td>
                      {fold.folds ? <Waiting>{count(fold.biases)}</Waiting> : <td>stays</td>}
                      <td>{count(fold.before)}</td>
                      <Waiting>{count(fold.after)}</Waiting>
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{graph.architecture.title}</th>
              <td>{count(graph.totals.params.batchNorm)}</td>
              <Waiting>{count(totals.biases)}</Waiting>
              <td>{count(totals.before)}</td>
              <Waiting>{count(totals.after)}</Waiting>
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      <Readout
        values={[
          ['folded', `${totals.taken} of ${totals.all}`],
          ['parameters saved', <Readable of="network">{count(totals.before - totals.after)}</Readable>],
          [
            'multiplications saved per image',
            <>
              {count(totals.spared)}{' '}
              <span className="soft small-text">
                {percent(totals.spared / graph.totals.macs)} of its MACs
              </span>
            </>,
          ],
        ]}
      />
      <p className="soft small-text">
        Counted in the network as this page folds it.{' '}
        {totals.taken < totals.all
          ? 'A normalization after a concatenation or a pooling layer has no convolution to absorb it, so it stays.'
          : 'Open a part to see its layers.'}
      </p>
    </>
  )
}

/** A cell that tells how many parameters folding saves. */
function Waiting({ children }: { readonly children: string }) {
  return (
    <td>
      <Readable of="network">{children}</Readable>
    </td>
  )
}
