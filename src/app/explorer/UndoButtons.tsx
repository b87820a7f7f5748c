import { Redo2, Undo2 } from 'lucide-react'
import { withKey } from '../help/keys'
import { useStore } from '../state/store'

interface Props {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export function UndoButtons({ canUndo, canRedo }: Props) {
  const { undo, redo } = useStore.getState()
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
