import { FigureContext } from '../../lessons/context'
import { Terms, Total } from '../../lessons/vocabulary/Terms'
import type { Graph, GraphNode, Group } from '../../nn/graph'
import { ruleOf } from '../../nn/explained'
import { channels } from '../../nn/shape'
import { useFigure } from '../state/useFigure'
import { Section } from './Section'

/** More joins than this are folded away. */
const most = 4

/**
 * Where the paths of a group meet, with the arithmetic: `64 + 128 + 32 + 32 = 256 channels`. A group that only holds
 * others, such as a dense block, lists theirs, where the channels are seen to grow.
 */
export function JoinSums({ graph, group }: { readonly graph: Graph; readonly group: Group }) {
  const figure = useFigure()
  const all = group.nodes.map((id) => graph.node(id)).filter((node) => node.family === 'merge')
  const own = all.filter((node) => ownerOf(graph, node.group) === group.id)
  const joins = own.length > 0 ? own : all.filter((node) => parentOf(graph, node) === group.id)
  if (joins.length === 0) return null
  const list = (
    <FigureContext value={figure}>
      <ul>
        {joins.map((node) => (
          <li key={node.id}>
            <button type="button" className="link" onClick={() => figure.show(node.id)}>
              {node.id.slice(group.id.length + 1)}
            </button>
            :{' '}
            {isSum(node) ? (
              <>
                <Terms graph={graph} node={node} isPointing /> = <Total node={node} isPointing /> channels
              </>
            ) : (
              ruleOf(node).join('; ')
            )}
          </li>
        ))}
      </ul>
    </FigureContext>
  )
  return (
    <Section title={joins.length === 1 ? 'Where its paths meet' : 'Where paths meet'}>
      {joins.length <= most ? (
        list
      ) : (
        <details className="fold">
          <summary>{joins.length} joins</summary>
          {list}
        </details>
      )}
    </Section>
  )
}

/** Whether channels side by side add up to those that leave. */
function isSum({ fits, inputShapes, shape }: GraphNode): boolean {
  return fits && inputShapes.reduce((sum, each) => sum + channels(each), 0) === channels(shape)
}

/** The innermost group that is no path: a path only names its nodes. */
function ownerOf(graph: Graph, id: string): string {
  const { level, parent } = graph.group(id)
  return level === 'path' && parent !== null ? ownerOf(graph, parent) : id
}

/** The group around the one that a join belongs to. */
function parentOf(graph: Graph, { group }: GraphNode): string | null {
  return graph.group(ownerOf(graph, group)).parent
}
