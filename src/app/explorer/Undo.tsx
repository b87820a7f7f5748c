import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useKeys } from '../help/keys'
import { useStore } from '../state/store'

// Nobody takes back a step before the first.
const buttons = loadable(() => import('./UndoButtons').then((m) => m.UndoButtons))

/** Undo and redo of options and edits, by the usual keys and, once there was a step, as buttons. */
export function Undo() {
  const canUndo = useStore((state) => state.history.past.length > 0)
  const canRedo = useStore((state) => state.history.future.length > 0)
  const { undo, redo } = useStore.getState()
  useKeys({ undo, redo })
  if (!canUndo && !canRedo) return null
  return <Part name="Undo" of={buttons} with={{ canUndo, canRedo }} />
}
