import { useMemo } from 'react'
import { useStore } from '../state/store'
import { trainingOf } from './training'

/** The way to the lab that trains the network on screen, where that can be done in a page. */
export function TrainLink() {
  const network = useStore((state) => state.network)
  const options = useStore((state) => state.options)
  const edits = useStore((state) => state.edits)
  const href = useMemo(() => trainingOf(network, options, edits), [network, options, edits])
  return href === undefined ? null : (
    <p>
      <a className="button small" href={href}>
        Train it on small images
      </a>
    </p>
  )
}
