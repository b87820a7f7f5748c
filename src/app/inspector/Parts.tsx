import type { Graph } from '../../nn/graph'
import { formatShape } from '../../nn/shape'
import { isIncomplete, quantities } from '../../nn/quantities'
import { Explained } from '../../ui/Explained'
import { atLeast, count, short } from '../../ui/format'
import { useStore } from '../state/store'
import './parts.css'
import { partName } from './partName'

interface Props {
  readonly graph: Graph
  readonly ids: readonly string[]
}

/** A table of stages, blocks or layers; each name selects. */
export function Parts({ graph, ids }: Props) {
  const axes = useStore((state) => state.axes)
  const show = useStore((state) => state.show)
  const hover = useStore((state) => state.hover)
  const parts = ids.map((id) => (graph.has(id) === 'group' ? graph.group(id) : graph.node(id)))
  return (
    <table className="table parts">
      <thead>
        <tr>
          <th>part</th>
          <th>output</th>
          <th>parameters</th>
          <th>MACs</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id} onPointerEnter={() => hover(part.id)} onPointerLeave={() => hover(null)}>
            <th scope="row">
              <button type="button" className="link" onClick={() => show(part.id)}>
                {partName(part)}
              </button>
            </th>
            <td>{formatShape(part.shape, axes)}</td>
            <Amount
              value={quantities.parameters.of(graph, part.id)}
              unit="parameters"
              incomplete={isIncomplete(part)}
            />
            <Amount value={quantities.macs.of(graph, part.id)} unit="MACs" incomplete={isIncomplete(part)} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The exact count where there is room for it, else three digits of it; the style sheet shows one of them. */
function Amount({
  value,
  unit,
  incomplete,
}: {
  readonly value: number | null
  readonly unit: string
  readonly incomplete: boolean
}) {
  if (value === null) return <td>–</td>
  const exact = atLeast(count(value), incomplete)
  return (
    <td>
      <span className="exact">{exact}</span>
      <Explained className="brief" words={`${exact} ${unit}`}>
        {atLeast(short(value), incomplete)}
      </Explained>
    </td>
  )
}
