import { useState } from 'react'
import { Notice } from '../../ui/Notice'
import { useRoute } from '../route/route'
import { useUpdate } from './register'

/** A newer version of the site is here. It is taken when the reader says so, and never offered during a talk. */
export function UpdateNotice() {
  const take = useUpdate((state) => state.take)
  const route = useRoute()
  const [isLater, setLater] = useState(false)
  const [isTalking, setTalking] = useState(false)
  if (!take || isLater || route.page === 'presenter' || (route.page === 'lesson' && route.deck)) return null
  return (
    <div className="update-notice" role="status">
      <Notice onDismiss={() => setLater(true)}>
        {isTalking
          ? 'Slides are open in another window, and the newer version would change them, too. Close them first.'
          : 'A newer version of Layerwise is available.'}{' '}
        <button
          type="button"
          className="link"
          onClick={() => void take().then((isTaken) => setTalking(!isTaken))}
        >
          Use it now
        </button>
      </Notice>
    </div>
  )
}
