import type { Graph } from '../../nn/graph'
import { useMisfit } from '../inspector/WeightsLine'
import type { Finished } from '../run/session'
import '../trained/badge.css'
import { trainedOn } from '../trained/said'

interface Props {
  readonly graph: Graph
  /** The run that the values are of; null before there is one. */
  readonly finished: Finished | null
}

/** With which weights the values were computed. */
export function Origin({ graph, finished }: Props) {
  const misfit = useMisfit()
  if (!finished) return null
  const { trained, given, seed } = finished
  if (given) return <p className="origin trained small-text">Your weights: {given.file}.</p>
  if (trained)
    return (
      <p className="origin trained small-text">
        Weights of {trained.title}, {trainedOn(trained)}.
      </p>
    )
  return (
    <p className="origin small-text">
      {misfit && graph === finished.graph && `${misfit} `}
      Random weights, seed {seed}: the patterns are due to chance, but the arithmetic is real.
    </p>
  )
}
