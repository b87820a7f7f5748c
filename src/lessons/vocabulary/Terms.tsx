import { type CSSProperties, Fragment } from 'react'
import { pathInto } from '../../nn/dependencies'
import type { Graph, GraphNode } from '../../nn/graph'
import { channels } from '../../nn/shape'
import { count } from '../../ui/format'
import { Pointing } from './Pointing'
import './terms.css'

interface Props {
  readonly graph: Graph
  /** A concat. */
  readonly node: GraphNode
  /** Whether the picture beside it shows the paths: then each number lights its own. */
  readonly isPointing: boolean
}

/** The channels that the paths bring to a concat, each in the color of its path: `64 + 128 + 32 + 32`. */
export function Terms({ graph, node, isPointing }: Props) {
  return node.inputShapes.map((shape, i) => {
    const style = { '--path': `var(--path-${(i % 8) + 1})` } as CSSProperties
    const text = channels(shape)
    return (
      <Fragment key={i}>
        {i > 0 && ' + '}
        {isPointing ? (
          <Pointing
            at={pathInto(graph, node.inputs[i])}
            className="sum-term"
            style={style}
            words={`path ${i + 1}: ${count(text)} channels from ${node.inputs[i]}`}
          >
            {text}
          </Pointing>
        ) : (
          <b className="sum-term" style={style}>
            {text}
          </b>
        )}
      </Fragment>
    )
  })
}

/** What leaves a concat. */
export function Total({ node, isPointing }: Omit<Props, 'graph'>) {
  const text = channels(node.shape)
  return isPointing ? (
    <Pointing at={node.id} className="sum-term" words={`output of ${node.id}: ${count(text)} channels`}>
      {text}
    </Pointing>
  ) : (
    text
  )
}
