import { useSession } from '../session'
import { useStore } from '../store'

/** Says of which weights the values are, wherever values are shown. */
export function RandomWeights() {
  const seed = useSession((state) => state.finished?.seed)
  const chosen = useStore((state) => state.seed)
  return (
    <p className="random small-text">
      Random weights, seed {seed ?? chosen}: no training, so the probabilities mean nothing and the patterns
      are those of chance. The arithmetic of every layer is real.
    </p>
  )
}
