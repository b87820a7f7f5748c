import type { Graph } from '../../nn/graph'
import { hasUnknown } from '../../nn/misfit'
import { quantities } from '../../nn/quantities'
import { volume } from '../../nn/shape'
import { bytesPerValue, ownDepth } from '../../nn/totals'
import { Explained } from '../../ui/Explained'
import { atLeast, bytes, count, short } from '../../ui/format'

interface Row {
  readonly name: string
  readonly about: string
  readonly value: (graph: Graph) => number
  /** The value in words, in the unit of the larger of both. */
  readonly text: (value: number, largest: number) => string
  /** What stands after the whole count. */
  readonly unit?: string
  /** Known though a layer does not fit, unless a part is unknown; the others are lower bounds then. */
  readonly isWhole?: true
}

const rows: readonly Row[] = [
  {
    name: quantities.parameters.name,
    about: quantities.parameters.convention,
    value: (graph) => quantities.parameters.of(graph, '') ?? 0,
    text: short,
  },
  {
    name: quantities.macs.name,
    about: quantities.macs.convention,
    value: (graph) => quantities.macs.of(graph, '') ?? 0,
    text: short,
  },
  {
    name: 'Depth',
    about: 'Layers as the paper of each network counts them.',
    value: ownDepth,
    text: count,
    isWhole: true,
  },
  {
    name: 'Memory, all outputs kept',
    about: quantities.memory.convention,
    value: (graph) => quantities.memory.of(graph, '') ?? 0,
    text: bytes,
    unit: ' bytes',
  },
  {
    name: 'Peak memory',
    about: 'Each output is freed after its last use. For one image, as float32.',
    value: (graph) => graph.memory.peak * bytesPerValue,
    text: bytes,
    unit: ' bytes',
  },
  {
    name: 'Largest activation',
    about: 'Values in the largest output of a layer, not counting the image.',
    value: (graph) =>
      Math.max(
        0,
        ...graph.nodes
          .filter((node) => node.id !== graph.input && node.fits)
          .map((node) => volume(node.shape)),
      ),
    text: (value, largest) => `${short(value, largest)} values`,
    unit: ' values',
  },
]

interface Props {
  readonly left: Graph
  readonly right: Graph
  readonly names: readonly [left: string, right: string]
}

/** The totals of two networks, as bars beside each other. */
export function Totals({ left, right, names }: Props) {
  return (
    <table className="totals">
      <thead>
        <tr>
          <th scope="col">Total</th>
          <th scope="col">
            <Key side="left" /> {names[0]}
          </th>
          <th scope="col">
            <Key side="right" /> {names[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, about, value, text, unit = '', isWhole }) => {
          const sides = [left, right].map((graph) => ({
            each: value(graph),
            told: (said: string) => atLeast(said, isWhole ? hasUnknown(graph) : graph.totals.incomplete),
          }))
          const largest = Math.max(...sides.map(({ each }) => each))
          const exact = sides.map(({ each, told }) => told(`${count(each)}${unit}`))
          return (
            <tr key={name}>
              <th scope="row">
                <Explained words={`${about}\n${names.map((each, i) => `${each}: ${exact[i]}`).join('\n')}`}>
                  {name}
                </Explained>
              </th>
              {sides.map(({ each, told }, i) => (
                <td key={i} title={exact[i]}>
                  {told(text(each, largest))}
                  <span className="total-bar" aria-hidden>
                    <span
                      className={i === 0 ? 'left' : 'right'}
                      style={{ inlineSize: `${largest === 0 ? 0 : (each / largest) * 100}%` }}
                    />
                  </span>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How the bars of a network look. */
export function Key({ side }: { readonly side: 'left' | 'right' }) {
  return <span className={`key ${side}`} aria-hidden />
}
