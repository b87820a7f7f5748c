import { useMemo } from 'react'
import type { Graph } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import { useSession } from '../run/session'
import { useFirstLook } from '../trained/useFirstLook'
import { answerOf } from './answer'

/** What the network answers to the image that was sent through; null where classes have no names. */
export function useAnswer(graph: Graph): string | null {
  const finished = useSession((state) => (state.finished?.graph === graph ? state.finished : null))
  const stored = useFirstLook(graph)
  const output = finished?.result.output ?? stored?.output
  const names = (stored?.model ?? finished?.given ?? finished?.trained)?.classes
  return useMemo(
    () => (isMap(graph.node(graph.outputs[0]).shape) ? null : answerOf(output, names)),
    [graph, output, names],
  )
}
