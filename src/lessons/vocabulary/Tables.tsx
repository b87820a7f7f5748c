import type { Options } from '../../architectures/family'
import { formatShape } from '../../nn/shape'
import { Explained } from '../../ui/Explained'
import { count, short } from '../../ui/format'
import { Hideable } from '../../ui/Hideable'
import { useStep } from '../context'
import { useHidden } from '../hidden'
import { type Network, numbers, type Numbers } from '../numbers'
import { Ref } from './Words'

const columns = {
  shape: {
    title: 'output',
    of: (n: Numbers, network: Network, at: string) => formatShape(n.shape(network, at)),
  },
  params: {
    title: 'parameters',
    of: (n: Numbers, network: Network, at: string) => count(n.params(network, at)),
  },
  weights: {
    title: 'weights',
    of: (n: Numbers, network: Network, at: string) => count(n.weights(network, at)),
  },
  macs: { title: 'MACs', of: (n: Numbers, network: Network, at: string) => count(n.macs(network, at)) },
  field: { title: 'sees', of: (n: Numbers, network: Network, at: string) => String(n.field(network, at)) },
} as const

/** A column of numbers about the parts of a network. */
export type Measure = keyof typeof columns

interface TableProps {
  readonly network?: string
  readonly options?: Options
  /** A group whose parts are the rows; the stages of the network unless said. */
  readonly at?: string
  readonly columns?: readonly Measure[]
}

/** The parts of a network with their numbers; pointing at a row lights the part in the picture. */
export function Table({
  network,
  options,
  at = '',
  columns: shown = ['shape', 'params', 'macs'],
}: TableProps) {
  const { step, key } = useStep()
  const hidden = useHidden(key)
  const name = network ?? step.network
  if (name === undefined) throw new Error(`the table on "${step.id}" needs a network`)
  const given = network === undefined ? step.options : options
  const asked: Network = given ? [name, given] : name
  const graph = numbers.graph(asked)
  const rows = graph.group(at).children.filter((id) => id !== graph.input)
  return (
    <div
      className="table-scroll"
      tabIndex={0}
      role="group"
      aria-label={`Parts of ${graph.architecture.title}`}
    >
      <table className="lesson-table">
        <thead>
          <tr>
            <th scope="col">part</th>
            {shown.map((column) => (
              <th key={column} scope="col">
                {columns[column].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((id) => (
            <tr key={id}>
              <th scope="row">
                <Ref at={id}>{id.split('/').pop()}</Ref>
              </th>
              {shown.map((column) => (
                <td key={column}>
                  <Hideable isHidden={hidden.has(id)}>{columns[column].of(numbers, asked, id)}</Hideable>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">all</th>
            {shown.map((column) => (
              <td key={column}>{column === 'field' ? '' : columns[column].of(numbers, asked, at)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface CompareProps {
  readonly networks: readonly (string | readonly [name: string, options: Options])[]
  readonly of?: readonly ('params' | 'macs' | 'depth' | 'activations')[]
}

const titles = { params: 'parameters', macs: 'MACs', depth: 'layers', activations: 'activations' } as const

/** Networks side by side as bars, each quantity on a scale of its own. */
export function Compare({ networks, of = ['params', 'macs', 'depth'] }: CompareProps) {
  return (
    <div className="compare-bars">
      {of.map((quantity) => {
        const values = networks.map((network) => numbers[quantity](network))
        const most = Math.max(...values)
        return (
          <table key={quantity} className="bars">
            <caption>{titles[quantity]}</caption>
            <tbody>
              {networks.map((network, i) => (
                <tr key={i}>
                  <th scope="row">{numbers.graph(network).architecture.title}</th>
                  <td>
                    <span className="bar" style={{ inlineSize: `${(values[i] / most) * 100}%` }} />
                  </td>
                  <td className="bar-value">
                    <Explained words={`${count(values[i])} ${titles[quantity]}`}>
                      {short(values[i], most)}
                    </Explained>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </div>
  )
}
