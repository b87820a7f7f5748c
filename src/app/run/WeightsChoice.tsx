import { useState } from 'react'
import type { Graph } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { largestSeed } from '../state/intent'
import { useMisfit } from '../inspector/WeightsLine'
import { useStore } from '../state/store'
import { trainedFor } from '../trained/models'

/** Trained or random weights, where there are trained ones, and the seed of the random ones. */
export function WeightsChoice({ graph }: { readonly graph: Graph }) {
  const weights = useStore((state) => state.weights)
  const setWeights = useStore((state) => state.setWeights)
  const hasTrained = trainedFor(graph) !== undefined
  const misfit = useMisfit()
  return (
    <div className="weights-choice">
      {hasTrained && (
        <Segmented
          small
          legend="Weights"
          value={weights}
          choices={[
            { value: 'trained', label: 'Trained', name: 'Trained weights' },
            { value: 'random', label: 'Random', name: 'Random weights' },
          ]}
          onChange={setWeights}
        />
      )}
      {(!hasTrained || weights === 'random') && <Seed />}
      {misfit && <p className="misfit small-text">{misfit}</p>}
    </div>
  )
}

function Seed() {
  const seed = useStore((state) => state.seed)
  const setSeed = useStore((state) => state.setSeed)
  const [draft, setDraft] = useState<string | null>(null)
  const [fault, setFault] = useState(false)
  const commit = () => {
    if (draft === null) return
    const ok = /^\d+$/.test(draft.trim()) && Number(draft) <= largestSeed
    setFault(!ok)
    if (!ok) return
    setSeed(Number(draft))
    setDraft(null)
  }
  return (
    <div className="seed">
      <label htmlFor="seed">
        <span className="seed-of">Random weights,</span> seed
      </label>
      <input
        id="seed"
        className="input"
        inputMode="numeric"
        value={draft ?? String(seed)}
        aria-invalid={fault || undefined}
        aria-describedby={fault ? 'seed-fault' : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {fault && (
        <span id="seed-fault" className="fault small-text" role="alert">
          A whole number from 0 to {largestSeed}.
        </span>
      )}
    </div>
  )
}
