import type { ReactNode } from 'react'
import type { Graph } from '../../nn/graph'
import { Explained } from '../../ui/Explained'
import { type HeadlineNumber, headlineWords } from './headlineWords'

interface Props {
  readonly graph: Graph
  readonly of: HeadlineNumber
  readonly children: ReactNode
}

/** A number of a network, which says how it is counted. */
export function HeadlineTerm({ graph, of, children }: Props) {
  return <Explained words={headlineWords(graph, of)}>{children}</Explained>
}
