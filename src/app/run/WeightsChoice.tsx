import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { Graph } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { givenFor, useGiven } from '../given/given'
import { largestSeed, type Weighting } from '../state/intent'
import { useMisfit } from '../inspector/WeightsLine'
import { useStore } from '../state/store'
import { trainedFor } from '../trained/models'

/** Trained or random weights, where there are trained ones, and the seed of the random ones. */
export function WeightsChoice({ graph }: { readonly graph: Graph }) {
  const weights = useStore((state) => state.weights)
  const setWeights = useStore((state) => state.setWeights)
  const hasTrained = trainedFor(graph) !== undefined
  const { all, isOn } = useGiven()
  const given = givenFor(graph, all)
  const misfit = useMisfit()
  const isGiven = given !== undefined && isOn
  const choose = (value: Weighting | 'given') => {
    useGiven.setState({ isOn: value === 'given' })
    if (value !== 'given') setWeights(value)
  }
  return (
    <div className="weights-choice">
      {(hasTrained || given) && (
        <Segmented
          small
          legend="Weights"
          value={isGiven ? 'given' : hasTrained ? weights : 'random'}
          choices={[
            ...(given
              ? [{ value: 'given' as const, label: 'Yours', name: `Your weights: ${given.file}` }]
              : []),
            ...(hasTrained ? [{ value: 'trained' as const, label: 'Trained', name: 'Trained weights' }] : []),
            { value: 'random' as const, label: 'Random', name: 'Random weights' },
          ]}
          onChange={choose}
        />
      )}
      {!isGiven && (!hasTrained || weights === 'random') && <Seed />}
      <button
        type="button"
        className="button quiet icon"
        aria-label="Files of your own"
        title="Files of your own: open a network in ONNX, or weights of PyTorch, Keras, NumPy or this site"
        onClick={() => useGiven.setState({ files: [] })}
      >
        <FolderOpen aria-hidden size={18} />
      </button>
      {misfit && !isGiven && <p className="misfit small-text">{misfit}</p>}
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
