import { X } from 'lucide-react'
import { Click, click } from '../../ui/pointing'
import { dismissHint, useHint } from './firstVisit'
import { useLetterKeys } from './keys'

/** How one moves about in the graph, for those who see it for the first time. */
export function Hint() {
  const isShown = useHint((state) => state.isShown)
  const hasKeys = useLetterKeys((state) => state.areOn)
  if (!isShown) return null
  return (
    <p className="hint small-text soft">
      <span>
        {Click} a box to open it, {click} a layer to see its feature maps
        <span className="hint-long">; drag to move, wheel or pinch to zoom</span>.
        {hasKeys && <span className="hint-keys for-keys"> Press ? for the keys.</span>}
      </span>
      <button
        type="button"
        className="button quiet icon small"
        aria-label="Do not show this again"
        onClick={dismissHint}
      >
        <X aria-hidden size={14} />
      </button>
    </p>
  )
}
