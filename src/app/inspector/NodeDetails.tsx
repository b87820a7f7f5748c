import { useState } from 'react'
import type { Graph, GraphNode, Issue } from '../../nn/graph'
import { explained, formulaOf } from '../../nn/explained'
import { opOf } from '../../nn/ops'
import { extent, formatShape, isMap, sameShape, unchanged, volume } from '../../nn/shape'
import type { Unit } from '../../nn/unit'
import { bytesPerValue, flopsPerMac, trainable } from '../../nn/totals'
import { bytes, count } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { usePreparation } from '../given/prepared'
import { usePixels } from '../image/usePixels'
import { useStore } from '../state/store'
import { Attributes } from './Attributes'
import { Field } from './Field'
import { Formula, Letters } from './Formula'
import { LayerMaps } from './LayerMaps'
import { OutputStatistics } from './OutputStatistics'
import { Product } from './Product'
import { Section } from './Section'
import { Weights } from './Weights'
import './parts.css'
import { fieldSize, fieldWords, roles, shapes, weightFormula } from './words'
import { FamilyDot } from './FamilyDot'
import { InputImage } from './InputImage'
import { Rule } from './Rule'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
}

/** Instead of a count of what does not fit or is unknown. */
const uncountedFor = (issue: Issue | undefined) =>
  issue?.unknown
    ? 'Not counted, because this part is unknown here.'
    : 'Not counted, because the layer does not fit.'

/** Everything about one node: what it does, its shapes, its maps and its costs. */
export function NodeDetails({ graph, node }: Props) {
  const pixels = usePixels(graph)
  const axes = useStore((state) => state.axes)
  const [pointed, setPointed] = useState<Unit | null>(null)
  const preparation = usePreparation(graph)
  const op = opOf(node)
  const isInput = node.id === graph.input
  const formulas = formulaOf(node)
  const factors = op.macs?.(node.inputShapes, node.shape, node.attrs) ?? []
  const [height, width] = extent(node.shape)
  const middle = { row: height >> 1, column: width >> 1 }
  const unit = pointed ?? (isMap(node.shape) ? middle : { ...middle, channel: node.shape[0] >> 1 })
  const ruled = op.shape(node.inputShapes, node.attrs)
  const issue = graph.issues.find((each) => each.node === node.id)
  const uncounted = uncountedFor(issue)
  const weights = Object.entries(node.weights)
  return (
    <>
      <header className="details-head">
        <p className="kicker">
          <FamilyDot family={node.family} />
          {op.title}
        </p>
        <h2>{node.label}</h2>
        <p>{explained(op, node.inputShapes, node.attrs)}</p>
      </header>
      {issue && <Notice kind="error">{issue.message}.</Notice>}

      <Section title={isMap(node.shape) ? 'Feature maps' : 'Values'}>
        {isInput && pixels && (
          <div className="input-image">
            <InputImage pixels={pixels} />
            <p className="small-text soft">{preparation}</p>
          </div>
        )}
        <LayerMaps
          key={node.id}
          graph={graph}
          node={node}
          pixels={isInput ? null : pixels}
          onPoint={setPointed}
        />
      </Section>

      <Section title="Shape">
        <p className="shape-line">
          {node.inputShapes.length > 0 && (
            <>
              {shapes(node.inputShapes, axes)} <span aria-label="becomes">→</span>{' '}
            </>
          )}
          <b>{formatShape(node.shape, axes)}</b>
        </p>
        <Rule node={node} className="rule" />
        {!sameShape(ruled, node.shape) && (
          <p className="fault">
            No tensor has fewer than one value per side. So that the rest can be counted, the output is
            assumed to be {formatShape(node.shape, axes)}.
          </p>
        )}
        <Letters formulas={formulas.filter((text) => !unchanged(node.shape).includes(text))} node={node} />
      </Section>

      {Object.keys(node.attrs).length > 0 && (
        <Section title="Attributes">
          <Attributes node={node} />
        </Section>
      )}

      <OutputStatistics key={`spread ${node.id}`} node={node} />

      <Section title="Parameters" value={node.fits ? count(trainable(node.params)) : '–'}>
        {!node.fits ? (
          <p className="soft">{uncounted}</p>
        ) : weights.length === 0 ? (
          <p className="soft">None: there is nothing to learn here.</p>
        ) : (
          <table className="table">
            <thead className="visually-hidden">
              <tr>
                <th>weight</th>
                <th>values</th>
                <th>kind</th>
              </tr>
            </thead>
            <tbody>
              {weights.map(([name, weight]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <Formula text={weight.axes.join('·')} />
                    <br />
                    {weightFormula(weight)}
                  </td>
                  <td className="soft">{roles[weight.role]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Letters formulas={weights.map(([, weight]) => weight.axes.join('·'))} node={node} />
      </Section>

      <Weights node={node} />

      <Section title="Multiply-accumulates" value={node.fits ? count(node.macs) : '–'}>
        {!node.fits ? (
          <p className="soft">{uncounted}</p>
        ) : factors.length > 0 ? (
          <>
            <Product factors={factors} result={node.macs} unit="MACs" />
            <p className="soft small-text">
              × {flopsPerMac} = {count(node.macs * flopsPerMac)} FLOPs, a multiplication and an addition each.{' '}
              Adding a bias is not counted.
            </p>
          </>
        ) : (
          <p className="soft">None are counted: only convolutions and fully connected layers are.</p>
        )}
      </Section>

      <Section title="Receptive field" value={isInput ? undefined : fieldSize(node.receptiveField)}>
        {isInput ? (
          <p className="soft">Every pixel sees itself.</p>
        ) : (
          <>
            <p>{fieldWords(node)}</p>
            {pixels && <Field pixels={pixels} node={node} unit={unit} />}
          </>
        )}
      </Section>

      <Section
        title="Memory of the output"
        value={node.fits ? bytes(volume(node.shape) * bytesPerValue) : '–'}
      >
        <p className="soft">
          {node.fits
            ? `${count(volume(node.shape))} values × ${bytesPerValue} bytes (float32), for one image.`
            : uncounted}
        </p>
      </Section>

      <Section title="Place">
        <dl className="facts">
          <div>
            <dt>id</dt>
            <dd>
              <code>
                <Breakable text={node.id} />
              </code>
            </dd>
          </div>
          {node.path && (
            <div>
              <dt>path</dt>
              <dd>
                {node.path.index + 1} of {node.path.of} into{' '}
                <code>
                  <Breakable text={node.path.join} />
                </code>
              </dd>
            </div>
          )}
        </dl>
      </Section>
    </>
  )
}
