import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { Source } from '../../featuremaps/source'
import { UnitArithmetic } from '../../featuremaps/UnitArithmetic'
import { unitProblem } from '../../nn/arithmetic'
import type { Graph, GraphNode } from '../../nn/graph'
import { asMap, isMap } from '../../nn/shape'
import type { Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { Dialog } from '../../ui/Dialog'
import { exacter } from '../../ui/format'
import { Field } from '../inspector/Field'
import { WeightsLine } from '../inspector/WeightsLine'
import { useStore } from '../state/store'
import './number.css'
import { type Place, samePlace, trailTo } from './trail'
import { useArithmetic } from './useArithmetic'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  readonly unit: Unit
  readonly pixels: Pixels | null
}

/** How one value of a layer is made, and the way from value to value. */
export function NumberDialog({ graph, node, unit, pixels }: Props) {
  const { setUnit, showUnit } = useStore.getState()
  const here: Place = { node: node.id, unit }
  const [trail, setTrail] = useState<readonly Place[]>([])
  const way = trailTo(trail, here)
  const go = ({ node: id, unit: next }: Place) => (id === node.id ? setUnit(next) : showUnit(id, next))
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
      title={`${node.id}: ${placeOf(node, unit)}`}
      about={
        isMap(node.shape) ? 'Rows, columns and channels are counted from 0.' : 'Units are counted from 0.'
      }
    >
      {way.length > 1 && <Way graph={graph} way={way} here={here} onGo={go} />}
      <Coordinates node={node} unit={unit} onUnit={setUnit} />
      {problem ? (
        <p>There is no such value: {problem}.</p>
      ) : (
        <div className="number-layout">
          <Made graph={graph} node={node} unit={unit} onStep={step} />
          {pixels && node.id !== graph.input && (
            <aside className="number-aside" aria-label="What it sees of the image">
              <Field pixels={pixels} node={node} unit={unit} />
              <WeightsLine />
            </aside>
          )}
        </div>
      )}
    </Dialog>
  )
}

function placeOf({ shape }: GraphNode, { row, column, channel }: Unit): string {
  return isMap(shape) ? `row ${row}, column ${column}, channel ${channel}` : `unit ${channel}`
}

interface WayProps {
  readonly graph: Graph
  readonly way: readonly Place[]
  readonly here: Place
  readonly onGo: (place: Place) => void
}

/** The values that led here; each leads back. */
function Way({ graph, way, here, onGo }: WayProps) {
  return (
    <nav aria-label="The way here" className="trail">
      <ol>
        {way.map((place, i) => {
          const name = `${place.node} (${placeOf(graph.node(place.node), place.unit)})`
          return (
            <li key={i} aria-current={samePlace(place, here) ? 'location' : undefined}>
              {i > 0 && <ChevronRight aria-hidden size={14} />}
              {samePlace(place, here) ? (
                name
              ) : (
                <button type="button" className="link" onClick={() => onGo(place)}>
                  {name}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
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

interface MadeProps {
  readonly graph: Graph
  readonly node: GraphNode
  readonly unit: Unit
  readonly onStep: (place: Place) => void
}

function Made({ graph, node, unit, onStep }: MadeProps) {
  const found = useArithmetic(node, unit)
  if (found === null) return <p className="soft">The numbers appear when the network has run …</p>
  if (typeof found === 'string') return <p>{found}</p>
  const { value, arithmetic } = found
  if (!arithmetic)
    return (
      <div>
        <p className="big-value">
          <b>{exacter(value)}</b>
        </p>
        <p>A value of the image itself: nothing lies before it.</p>
      </div>
    )
  return (
    <div className="number-made">
      <UnitArithmetic
        // What was unfolded for one value says nothing of another layer's.
        key={node.id}
        arithmetic={arithmetic}
        sources={sourcesOf(graph, node)}
        onStep={(input, next) => onStep({ node: node.inputs[input], unit: next })}
      />
      {exacter(value) !== exacter(arithmetic.result) && (
        <p className="small-text soft">
          The network computed in 32-bit numbers and got {exacter(value)}; written out here with 64 bits it is{' '}
          {exacter(arithmetic.result)}.
        </p>
      )}
    </div>
  )
}

function sourcesOf(graph: Graph, node: GraphNode): readonly Source[] {
  return node.inputs.map((id, i) => ({
    id,
    shape: graph.node(id).shape,
    ...(node.inputs.length > 1 && { path: `path ${i + 1} of ${node.inputs.length}` }),
  }))
}
