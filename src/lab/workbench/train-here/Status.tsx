import type { Graph } from '../../../nn/graph'
import type { Kind } from '../../../ui/look'
import { kinds } from '../../shared/drawings/networks'
import { about, expectedSeconds, secondsLeft } from './time'
import { WorkStatus } from '../../shared/WorkStatus'
import type { Training } from './useTraining'

interface Props {
  readonly training: Training
  readonly networks: Readonly<Partial<Record<Kind, Graph>>>
  readonly steps: number
}

/** What is going on, in a sentence: how long it takes, who diverged, on what it runs. */
export function Status({ training: { phase, runs }, networks, steps }: Props) {
  const going = kinds.flatMap((kind) => {
    const run = runs[kind]
    return run?.state === 'training' ? [{ done: run.losses.length, pace: run.pace }] : []
  })
  const gone = kinds.filter((kind) => runs[kind]?.state === 'diverged')
  const backend = Object.values(runs).find(({ backend }) => backend)?.backend
  const left = secondsLeft(going, steps)
  const sentences = {
    idle: `${steps} steps, about ${about(expectedSeconds(Object.values(networks), steps, navigator.hardwareConcurrency))} here, as a first estimate.`,
    training: left === undefined ? 'Starting TensorFlow.js …' : `About ${about(left)} left.`,
    paused: 'Paused; the curves are kept.',
    done: 'Done.',
  } as const
  return (
    <WorkStatus
      className="train-status"
      text={sentences[phase]}
      isMoving={phase === 'training' && left !== undefined}
    >
      {gone.length > 0 &&
        ` ${gone.join(' and ')} diverged: the loss is no longer a number, so training has stopped. Reset, and try a smaller rate.`}
      {backend && <span className="soft"> {names[backend] ?? backend}, a worker for each network.</span>}
    </WorkStatus>
  )
}

const names: Readonly<Record<string, string>> = { wasm: 'WASM', webgl: 'WebGL', cpu: 'Plain JavaScript' }
