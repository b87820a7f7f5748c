import { useId, useState } from 'react'
import type { Graph, GraphNode } from '../../nn/graph'
import { asMap, isMap } from '../../nn/shape'
import { type Unit, unitProblem } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../inspector/Field'
import { NoMaps } from '../inspector/NoMaps'
import { WeightsLine } from '../inspector/WeightsLine'
import { usePixels } from '../image/usePixels'
import { usePaced } from '../run/paced'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { OneValue } from '../value/OneValue'
import './number.css'
import { type Place, trailTo } from './trail'
import { useLayer } from './reads'
import { placeOf, Way } from './Way'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  readonly unit: Unit
}

/** How one value of a layer is made, and the way from value to value. */
export function NumberDialog({ graph, node, unit }: Props) {
  const pixels = usePixels(graph)
  const { setUnit, showUnit } = useStore.getState()
  const here: Place = { node: node.id, unit }
  /** Where the window is while it slides. */
  const [passing, setPassing] = useState<Unit | null>(null)
  const at = passing ?? unit
  const [trail, setTrail] = useState<readonly Place[]>([])
  const way = trailTo(trail, here)
  const go = ({ node: id, unit: next }: Place) => {
    setPassing(null)
    if (id === node.id) setUnit(next)
    else showUnit(id, next)
  }
  const step = (place: Place) => {
    setTrail([...way, place])
    go(place)
  }
  const problem = unitProblem(node.shape, unit)
  return (
    <Dialog
      open
      wide
      onClose={() => setUnit(null)}
      title={`${node.id}: ${placeOf(node, at)}`}
      about={
        isMap(node.shape) ? 'Rows, columns and channels are counted from 0.' : 'Units are counted from 0.'
      }
    >
      {way.length > 1 && <Way graph={graph} way={way} here={here} onGo={go} />}
      <Coordinates node={node} unit={at} onUnit={setUnit} />
      {problem ? (
        <p>There is no such value: {problem}.</p>
      ) : (
        <div className="number-layout">
          <Made
            graph={graph}
            node={node}
            unit={unit}
            pixels={pixels}
            onUnit={setUnit}
            onPass={setPassing}
            onStep={step}
          />
          {pixels && node.id !== graph.input && (
            <aside className="number-aside" aria-label="What it sees of the image">
              <Field pixels={pixels} node={node} unit={at} />
              <WeightsLine />
            </aside>
          )}
        </div>
      )}
    </Dialog>
  )
}

interface CoordinatesProps {
  readonly node: GraphNode
  readonly unit: Unit
  readonly onUnit: (unit: Unit) => void
}

/** Row, column and channel, to be typed or stepped. */
function Coordinates({ node, unit, onUnit }: CoordinatesProps) {
  const id = useId()
  const [height, width, depth] = asMap(node.shape)
  const axes: readonly (readonly [keyof Unit, string, number])[] = isMap(node.shape)
    ? [
        ['row', 'row', height],
        ['column', 'column', width],
        ['channel', 'channel', depth],
      ]
    : [['channel', 'unit', depth]]
  return (
    <div className="number-coordinates">
      {axes.map(([axis, name, size]) => (
        <span key={axis}>
          <label htmlFor={`${id} ${axis}`}>{name}</label>
          <input
            id={`${id} ${axis}`}
            className="input"
            type="number"
            min={0}
            max={size - 1}
            value={unit[axis]}
            onChange={(event) => {
              const next = { ...unit, [axis]: event.target.valueAsNumber }
              if (!unitProblem(node.shape, next)) onUnit(next)
            }}
          />
        </span>
      ))}
    </div>
  )
}

interface MadeProps extends Props {
  readonly pixels: Pixels | null
  readonly onUnit: (unit: Unit) => void
  readonly onPass: (unit: Unit | null) => void
  readonly onStep: (place: Place) => void
}

function Made({ graph, node, unit, pixels, onUnit, onPass, onStep }: MadeProps) {
  const run = useSession((state) => state.run)
  const finished = usePaced((state) => (state.finished?.graph === graph ? state.finished : null))
  const reads = useLayer(graph, node, finished, unit)
  if (reads === null || typeof reads === 'string')
    return <NoMaps graph={graph} node={node} runs={{ run, finished }} fault={reads} what="numbers" />
  return (
    <div className="number-made">
      <OneValue
        // What was unfolded for one value says nothing of another layer's.
        key={node.id}
        graph={graph}
        reads={reads}
        pixels={pixels}
        unit={unit}
        onUnit={onUnit}
        onPass={onPass}
        onStep={onStep}
        terms="all"
      />
    </div>
  )
}
