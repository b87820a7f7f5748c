import { CircleCheck, CloudOff, Loader } from 'lucide-react'
import { useAhead } from './ahead'

/** Whether all slides are there, so that the network may go. */
export function AheadMark() {
  const { of, loaded, failed } = useAhead()
  if (of === 0) return null
  const said =
    loaded === of
      ? 'All slides are loaded.'
      : failed > 0
        ? `${failed} of ${of} slides could not be loaded; they will be requested again once you are back online.`
        : `${loaded} of ${of} slides are loaded.`
  const Sign = loaded === of ? CircleCheck : failed > 0 ? CloudOff : Loader
  return (
    <span className="deck-ahead soft" role="img" aria-label={said} title={said}>
      <Sign aria-hidden size={18} />
    </span>
  )
}
