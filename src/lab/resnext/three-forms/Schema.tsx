import type { CSSProperties } from 'react'
import type { Graph, GraphNode } from '../../../nn/graph'
import { useWidth } from '../../shared/useWidth'
import { drawn, formOf } from './form'

interface Props {
  readonly graph: Graph
  /** The convolution that is written out; null for none. */
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

/** What a path and the space beside it need, in letters. */
const columnWidth = 5.6

/** Colors of paths that there are; then they begin again. */
const colours = 8

/** A block of paths as the paper draws it, from top to bottom: what has no room beside the others is counted. */
export function Schema({ graph, chosen, onChoose }: Props) {
  const { ref, width, text } = useWidth<HTMLDivElement>()
  const { channels, paths, join, rest } = formOf(graph)
  const { shown, more } = drawn(paths.length, Math.max(1, Math.floor(width / (columnWidth * text))))
  const layer = (node: GraphNode) => (
    <button
      key={node.id}
      type="button"
      className="forms-layer"
      aria-label={node.label}
      aria-pressed={node.id === chosen}
      onClick={() => onChoose(node.id === chosen ? null : node.id)}
    >
      {node.label.replace(' conv', '')}
    </button>
  )
  return (
    <div ref={ref} className="forms">
      <p className="forms-tensor">{channels} channels</p>
      <div className="forms-body">
        <div className="forms-computed">
          {paths.length > 0 && (
            <ol className="forms-paths" aria-label="Paths">
              {paths.slice(0, shown).map((path, i) => (
                <li
                  key={i}
                  className="forms-path"
                  aria-label={`Path ${i + 1}`}
                  style={{ '--path': `var(--path-${(i % colours) + 1})` } as CSSProperties}
                >
                  {path.map(layer)}
                </li>
              ))}
              {more > 0 && <li className="forms-more">and {more} more like these</li>}
            </ol>
          )}
          {join && <p className="forms-join">{wordsOf(join)}</p>}
          {rest.map(layer)}
        </div>
        <p className="forms-shortcut">shortcut: the {channels} channels, unchanged</p>
      </div>
      <p className="forms-tensor">added: {channels} channels</p>
    </div>
  )
}

/** How paths come together: channels that are added stay as many, those beside each other add up. */
function wordsOf({ inputShapes, shape }: GraphNode): string {
  const [inside] = inputShapes.map((each) => each[2]!)
  if (inputShapes.length === 1) return `${shape[2]} channels of the one path`
  return inside === shape[2]
    ? `+ ${inputShapes.length} results, added: ${shape[2]} channels`
    : `concatenated: ${inputShapes.length} × ${inside} = ${shape[2]} channels`
}
