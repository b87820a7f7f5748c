import { useSession } from '../session'
import { useStore } from '../store'
import { areProbabilities } from './top'

/** Says of which weights the values are, wherever values are shown. */
export function RandomWeights() {
  const finished = useSession((state) => state.finished)
  const chosen = useStore((state) => state.seed)
  const outputs = finished && !areProbabilities(finished.result.output) ? 'outputs' : 'probabilities'
  return (
    <p className="random small-text">
      Random weights, seed {finished?.seed ?? chosen}: no training, so the {outputs} mean nothing and the
      patterns are those of chance. The arithmetic of every layer is real.
    </p>
  )
}
