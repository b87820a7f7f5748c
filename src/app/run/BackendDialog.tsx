import { useId, useRef } from 'react'
import { type Backend, backendNames, backends } from '../../runtime/types'
import { Dialog } from '../../ui/Dialog'
import { milliseconds } from '../../ui/format'
import { backendLine } from './backends'
import './backends.css'
import { useSession } from './session'
import { useStore } from '../state/store'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every backend with its time on this device or the reason why it is not there. */
export function BackendDialog({ open, onClose }: Props) {
  const status = useSession((state) => state.status)
  const probes = useSession((state) => state.probes)
  const isRunning = useSession((state) => state.run.phase === 'running')
  const last = useSession((state) => state.finished?.result)
  const wanted = useStore((state) => state.backend)
  const setBackend = useStore((state) => state.setBackend)
  const name = useId()
  /** Arrow keys choose on their way, and Enter ends it. */
  const byArrow = useRef(false)
  const choose = (backend: Backend | undefined) => {
    setBackend(backend)
    if (!byArrow.current) onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Where networks run"
      about={`Now: ${backendLine(status, last, isRunning)}. All of them compute the same values; they differ only in speed.`}
    >
      <fieldset
        className="backends"
        onPointerDown={() => (byArrow.current = false)}
        onKeyDown={(event) => {
          byArrow.current = event.key.startsWith('Arrow')
          if (event.key === 'Enter') onClose()
        }}
      >
        <legend className="visually-hidden">Backend</legend>
        <label className="backend">
          <input type="radio" name={name} checked={wanted === undefined} onChange={() => choose(undefined)} />
          <b>Automatic</b>
          <span className="soft">The fastest one, measured on this device and remembered.</span>
        </label>
        {backends.map((backend) => {
          const probe = probes.find((each) => each.backend === backend)
          return (
            <label key={backend} className="backend">
              <input type="radio" name={name} checked={wanted === backend} onChange={() => choose(backend)} />
              <b>{backendNames[backend]}</b>
              <span className="soft">
                {probe === undefined
                  ? 'Not measured during this visit.'
                  : probe.milliseconds === null
                    ? (probe.reason ?? 'Not available here.')
                    : `${milliseconds(probe.milliseconds)} for a small test network.`}
              </span>
            </label>
          )
        })}
      </fieldset>
      {last && !isRunning && (
        <p className="soft small-text">
          The last forward pass took {milliseconds(last.milliseconds)}, not counting the time to initialize
          weights and read values.
        </p>
      )}
    </Dialog>
  )
}
