import { Redo2, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from './store'

/** Undo and redo of options and edits, as buttons and by the usual keys; shown once there was a step. */
export function Undo() {
  const canUndo = useStore((state) => state.history.past.length > 0)
  const canRedo = useStore((state) => state.history.future.length > 0)
  const { undo, redo } = useStore.getState()
  useEffect(followUndoKeys, [])
  if (!canUndo && !canRedo) return null
  return (
    <>
      <button
        type="button"
        className="button small icon"
        aria-label="Undo the last change"
        title="Undo (Ctrl+Z)"
        disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="button small icon"
        aria-label="Redo the change"
        title="Redo (Ctrl+Shift+Z)"
        disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 aria-hidden size={16} />
      </button>
    </>
  )
}

function followUndoKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) useStore.getState().redo()
    else useStore.getState().undo()
  }
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}

/** Whether undo belongs to a text that is being typed. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const isText = target.matches(
    'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable]',
  )
  return isText && target.dataset.settled === undefined
}
