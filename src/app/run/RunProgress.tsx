import { Play, RotateCcw, Square } from 'lucide-react'
import { computable } from '../../nn/computable'
import type { Graph } from '../../nn/graph'
import { faultWords } from '../../nn/misfit'
import type { Progress } from '../../runtime/types'
import { sentence } from '../../runtime/words'
import { bytes, count, milliseconds } from '../../ui/format'
import { useLive } from '../image/live'
import { useFirstLook } from '../trained/useFirstLook'
import { cancelRun, type Finished, runLive, runNow, useSession } from './session'
import { stopOf } from './stop'

/** Where the forward pass stands, and what can be done about it. */
export function RunProgress({ graph }: { readonly graph: Graph }) {
  const run = useSession((state) => state.run)
  const finished = useSession((state) => state.finished)
  const status = useSession((state) => state.status)
  const isStored = useFirstLook(graph) !== null
  const live = useLive((state) => state.live)
  if (status.state === 'unavailable')
    return <p className="run-state">Nothing can run here; the graph and its numbers still work.</p>
  if (live && finished?.graph === graph)
    return (
      <div className="run-state">
        <span>Live from the camera{live.rate !== null && `, ${perSecond(live.rate)}`}.</span>
        <button type="button" className="button small" onClick={live.stop}>
          <Square aria-hidden size={14} /> Stop
        </button>
      </div>
    )
  if (run.phase === 'running') {
    const { progress } = run
    const total = progress?.of ?? graph.nodes.length
    const text = progress
      ? progressInWords(progress)
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
  if (run.phase === 'offered')
    return (
      <div className="run-state">
        <span>{isStored ? 'A stored result.' : 'Not run on this image yet.'}</span>
        <button type="button" className="button small" onClick={runLive}>
          <Play aria-hidden size={14} /> Run it live ({bytes(run.bytes)})
        </button>
      </div>
    )
  const faults = graph.issues.filter(({ follows }) => follows === undefined)
  if (run.phase === 'failed' && faults.length > 0)
    return (
      <p className="run-state fault" role="status">
        Not run: {faults.length === 1 ? faults[0].node : 'of the layers'}{' '}
        {faultWords(faults).replace(/^1 /, '')}.
      </p>
    )
  if (run.phase === 'failed' || run.phase === 'cancelled') {
    const failed = run.phase === 'failed'
    return (
      <div className="run-state">
        <span>{failed ? `The run failed. ${sentence(run.problem)}` : 'The run was canceled.'}</span>
        <button type="button" className="button small" onClick={runNow}>
          {failed ? <RotateCcw aria-hidden size={14} /> : <Play aria-hidden size={14} />}
          {failed ? 'Try again' : 'Run'}
        </button>
      </div>
    )
  }
  return (
    <p className="run-state" role="status">
      {finished ? ranInWords(finished) : 'Waiting for the image …'}
    </p>
  )
}

/** How much ran, and where it stopped. */
function ranInWords({ graph, result }: Finished): string {
  const stop = stopOf(graph)
  const ran = `Ran ${count(computable(graph).size - 1)} ${stop ? `of ${count(graph.nodes.length - 1)} ` : ''}operations`
  return `${ran} in ${milliseconds(result.milliseconds)}${stop ? `; it ${stop.where}` : ''}.`
}

function perSecond(rate: number): string {
  const frames = Math.round(rate)
  return `${count(frames)} ${frames === 1 ? 'frame' : 'frames'} per second`
}

function progressInWords({ stage, done, of }: Progress): string {
  if (stage === 'download') return `trained weights, ${bytes(done)} of ${bytes(of)}`
  return stage === 'weights' ? `weights ${done} of ${of}` : `step ${done} of ${of}`
}
