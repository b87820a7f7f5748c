import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import './featuremaps.css'

interface Props {
  readonly channel: number
  /** How many there are; after the last comes the first. */
  readonly of: number
  readonly onChannel: (channel: number) => void
  /** What stands beside them. */
  readonly children?: ReactNode
}

/** Goes from an enlarged channel to its neighbors. */
export function ChannelSteps({ channel, of, onChannel, children }: Props) {
  const step = (by: number) => onChannel((channel + by + of) % of)
  return (
    <div className="stepper">
      <button type="button" className="button" onClick={() => step(-1)}>
        <ChevronLeft aria-hidden size={18} /> previous
      </button>
      <button type="button" className="button" onClick={() => step(1)}>
        next <ChevronRight aria-hidden size={18} />
      </button>
      {children}
    </div>
  )
}
