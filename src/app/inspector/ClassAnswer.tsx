import { useCallback, useMemo } from 'react'
import { ClassMap } from '../../featuremaps/ClassMap'
import { evidenceOf } from '../../featuremaps/evidence'
import { averagingHead } from '../../nn/classActivation'
import type { Graph } from '../../nn/graph'
import { asSeen, tryPrepare } from '../image/image'
import { usePictures } from '../image/pictures'
import { usePaced } from '../run/paced'
import { runLive } from '../run/session'
import { useStore } from '../state/store'
import { storedEvidence } from '../trained/evidence'
import { useFirstLook } from '../trained/useFirstLook'

interface Props {
  readonly graph: Graph
  readonly index: number
  /** What the class is called on screen. */
  readonly name: string
}

/** What a network that averages its last maps saw of a class: in the run on this page, or in the stored one before it. */
export function ClassAnswer({ graph, index, name }: Props) {
  const head = useMemo(() => averagingHead(graph), [graph])
  const finished = usePaced((state) => state.finished)
  const stored = useFirstLook(graph)
  const image = useStore((state) => state.image)
  const fit = useStore((state) => state.fit)
  const picture = usePictures((state) => state.picture)
  const pixels = useMemo(() => {
    if (finished?.graph === graph) return finished.pixels
    const [height, width, channels] = graph.architecture.input
    const prepared = picture && tryPrepare(picture, width, height, fit)
    return prepared && asSeen(prepared, channels)
  }, [finished, graph, picture, fit])
  const run = finished?.graph === graph ? finished.result : null
  const model = stored?.model
  const read = useCallback(
    (of: number) => {
      if (run) return evidenceOf(run.trace, head!, of)
      return storedEvidence(model!, image, of)
    },
    [run, model, image, head],
  )
  if (!head || !pixels || (!run && !model)) return null
  return <ClassMap {...{ graph, head, pixels, index, name, read }} onRun={runLive} />
}
