import { useMemo, useState } from 'react'
import { averagingHead } from '../../nn/classActivation'
import type { Graph } from '../../nn/graph'
import { ranked } from '../../nn/ranked'
import { usePictures } from '../image/pictures'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { useFirstLook } from '../trained/useFirstLook'

/** What choosing one of the outputs does. */
export interface Classes {
  /** The one whose map is shown; null while none is. */
  readonly asked: number | null
  /** Shows the map of a class, or puts it away; where a network has no such map, opens how its value is made. */
  readonly ask: (index: number) => void
  /** What is shown: where in the image a class is seen, how its value is made, or nothing yet. */
  readonly shows: 'map' | 'value' | null
}

/** Every output answers: with its class activation map, stored or live, else with the arithmetic of its value. */
export function useClasses(graph: Graph): Classes {
  const head = useMemo(() => averagingHead(graph), [graph])
  const run = useSession(({ finished }) => (finished?.graph === graph ? finished.result : null))
  const stored = useFirstLook(graph)
  const picture = usePictures((state) => state.picture)
  const [chosen, choose] = useState<{ readonly index: number; readonly of: typeof picture } | null>(null)
  const kept = run?.trace.nodes
  const hasMap = head !== undefined && (kept?.has(head.maps) ?? stored !== null)
  const output = run?.output ?? stored?.output
  // Of another image, its likeliest class.
  const asked = chosen && (chosen.of === picture || !output ? chosen.index : ranked(output, 1)[0].index)
  const shows = hasMap ? 'map' : kept ? 'value' : null
  return {
    asked: hasMap ? asked : null,
    ask(index) {
      if (hasMap) choose(asked === index ? null : { index, of: picture })
      else if (kept) useStore.getState().showUnit(scoresOf(graph), { row: 0, column: 0, channel: index })
    },
    shows,
  }
}

/** The layer that computes the outputs' scores, before a softmax makes shares of them. */
function scoresOf(graph: Graph): string {
  const last = graph.node(graph.outputs[0])
  return last.family === 'output' && Object.keys(last.weights).length === 0 ? last.inputs[0] : last.id
}
