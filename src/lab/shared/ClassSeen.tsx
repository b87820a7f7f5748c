import './class-seen.css'
import { useCallback, useMemo } from 'react'
import { ClassMap } from '../../featuremaps/ClassMap'
import type { Evidence } from '../../featuremaps/evidence'
import { averagingHead } from '../../nn/classActivation'
import type { Graph } from '../../nn/graph'
import type { Pixels } from '../../ui/PixelCanvas'

interface Props {
  readonly graph: Graph
  /** The image as the network got it. */
  readonly pixels: Pixels
  /** What a class's score is made of; another function is of another run. */
  readonly evidence: (index: number) => Evidence
  /** The class that was chosen; null while none is. */
  readonly index: number | null
  readonly name: string
}

/** Below the bars of an answer: where in the image the chosen class is seen, as in the explorer. */
export function ClassSeen({ graph, pixels, evidence, index, name }: Props) {
  const head = useMemo(() => averagingHead(graph), [graph])
  const read = useCallback(async (of: number) => evidence(of), [evidence])
  if (!head) return null
  if (index === null)
    return <p className="small-text soft">Choose a class to see which parts of the image speak for it.</p>
  return (
    <div className="class-seen">
      <ClassMap
        graph={graph}
        head={head}
        pixels={pixels}
        index={index}
        name={name}
        read={read}
        comes={false}
      />
    </div>
  )
}
