import { Play, RotateCcw, Square } from 'lucide-react'
import { useState } from 'react'
import type { Graph } from '../nn/graph'
import { count, milliseconds } from '../ui/format'
import { convention } from './inspector/words'
import { cancelRun, runNow, useSession } from './session'
import { useStore } from './store'
import { largestSeed } from './intent'
import './run-bar.css'

/** Where the forward pass stands, with the seed of its weights; and what the counts on this page mean. */
export function RunBar({ graph }: { readonly graph: Graph }) {
  return (
    <footer className="run-bar">
      <Progress graph={graph} />
      <Seed />
      <p className="convention small-text soft">{convention}</p>
    </footer>
  )
}

function Progress({ graph }: { readonly graph: Graph }) {
  const phase = useSession((state) => state.phase)
  const progress = useSession((state) => state.progress)
  const finished = useSession((state) => state.finished)
  const status = useSession((state) => state.status)
  if (status.state === 'unavailable')
    return <p className="run-state">Nothing can run here; the graph and its numbers do not need to.</p>
  if (phase === 'running') {
    const total = progress?.of ?? graph.nodes.length
    const text = progress
      ? progress.stage === 'weights'
        ? `drawing weights ${progress.done} of ${total}`
        : `step ${progress.done} of ${total}`
      : status.state === 'starting'
        ? 'loading TensorFlow.js'
        : 'starting'
    return (
      <div className="run-state">
        <progress aria-label="Forward pass" max={total} value={progress?.done ?? undefined} />
        <span className="run-text">{text}</span>
        <button type="button" className="button small" onClick={cancelRun}>
          <Square aria-hidden size={14} /> Cancel
        </button>
      </div>
    )
  }
  if (phase === 'failed' || phase === 'cancelled')
    return (
      <div className="run-state">
        <span>{phase === 'failed' ? 'The run failed.' : 'The run was cancelled.'}</span>
        <button type="button" className="button small" onClick={() => void runNow()}>
          {phase === 'failed' ? <RotateCcw aria-hidden size={14} /> : <Play aria-hidden size={14} />}
          {phase === 'failed' ? 'Try again' : 'Run'}
        </button>
      </div>
    )
  return (
    <p className="run-state" role="status">
      {finished
        ? `Ran ${count(graph.nodes.length - 1)} operations in ${milliseconds(finished.result.milliseconds)}.`
        : 'Waiting for the image …'}
    </p>
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
