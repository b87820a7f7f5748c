import { Waypoints } from 'lucide-react'
import { useKeys, withKey } from '../help/keys'
import { useStore } from '../state/store'

/** Begins and ends a trace of what is selected. */
export function TraceTool() {
  const isOn = useStore((state) => state.trace !== null)
  const turn = () => useStore.getState().setTrace(isOn ? null : 'both')
  useKeys({ trace: turn })
  return (
    <button
      type="button"
      className="button small"
      aria-pressed={isOn}
      title={withKey('Trace what the selection needs and feeds', 'trace')}
      onClick={turn}
    >
      <Waypoints aria-hidden size={16} /> <span className="tool-text">Trace</span>
    </button>
  )
}
