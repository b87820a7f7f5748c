import { Redo2, Undo2 } from 'lucide-react'
import { useKeys, withKey } from '../help/keys'
import { useStore } from '../state/store'

/** Undo and redo of options and edits, as buttons and by the usual keys; shown once there was a step. */
export function Undo() {
  const canUndo = useStore((state) => state.history.past.length > 0)
  const canRedo = useStore((state) => state.history.future.length > 0)
  const { undo, redo } = useStore.getState()
  useKeys({ undo, redo })
  if (!canUndo && !canRedo) return null
  return (
    <>
      <button
        type="button"
        className="button small icon"
        aria-label="Undo the last change"
        title={withKey('Undo', 'undo')}
        disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="button small icon"
        aria-label="Redo the change"
        title={withKey('Redo', 'redo')}
        disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 aria-hidden size={16} />
      </button>
    </>
  )
}
