import type { Graph } from '../../../nn/graph'
import { count, percent, short } from '../../../ui/format'
import { LineName } from '../../../ui/LineName'
import { LineSample } from '../../../ui/LineSample'
import { Readable } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import { type Kind, look } from '../../../ui/look'
import { kinds } from '../../shared/drawings/networks'
import { lastOf } from './smooth'
import type { Run, Runs } from './useTraining'

interface Props {
  readonly networks: Readonly<Partial<Record<Kind, Graph>>>
  readonly runs: Runs
  /** Whose curves stand out; null while all are alike. */
  readonly lit: Kind | null
  readonly onLight: (kind: Kind | null) => void
}

/** What each network costs and how far it has come. */
export function Results({ networks, runs, lit, onLight }: Props) {
  return (
    <TableScroll label="The networks and how far they have come">
      <table className="lab-table train-table">
        <thead>
          <tr>
            <th scope="col">network</th>
            <th scope="col">parameters</th>
            <th scope="col">MACs</th>
            <th scope="col">step</th>
            <th scope="col">steps/s</th>
            <th scope="col">loss</th>
            <th scope="col">error</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            const graph = networks[kind]
            return (
              <tr key={kind}>
                <th scope="row">
                  <LineName
                    sign={<Sign kind={kind} />}
                    name={kind}
                    isLit={lit === kind}
                    onLight={runs[kind] ? (isLit) => onLight(isLit ? kind : null) : null}
                  />
                </th>
                {graph ? (
                  <>
                    <td>
                      <Readable of="parameters">{count(graph.totals.trainable)}</Readable>
                    </td>
                    <td>{short(graph.totals.macs)}</td>
                    <Progress run={runs[kind]} />
                  </>
                ) : (
                  <td colSpan={6}>has no variant without batch normalization here</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** The line of a network in the curves. */
export function Sign({ kind }: { readonly kind: Kind }) {
  return <LineSample colour={look[kind].colour} dash={look[kind].dash} />
}

function Progress({ run }: { readonly run?: Run }) {
  if (!run || run.state === 'starting') return <td colSpan={4}>{run ? 'starting' : 'not yet trained'}</td>
  const loss = lastOf(run.losses)
  const error = run.tests.at(-1)?.error
  return (
    <>
      <td>{run.losses.length}</td>
      <td>{run.pace ? run.pace.toFixed(1) : '–'}</td>
      <td>{run.state === 'diverged' ? 'diverged' : (loss?.toFixed(2) ?? '–')}</td>
      <td>{error === undefined ? '–' : percent(error)}</td>
    </>
  )
}
