import { count } from '../../../ui/format'

interface Props {
  readonly name: string
  readonly value: number
  readonly limit: number
}

/** A cost against its budget. */
export function Meter({ name, value, limit }: Props) {
  const isOver = value > limit
  return (
    <div className={isOver ? 'budget over' : 'budget'}>
      <span>
        <b>{count(value)}</b> of {count(limit)} {name}
        {isOver && ': too many'}
      </span>
      <span className="budget-track" aria-hidden>
        <span style={{ inlineSize: `${Math.min(100, (value / limit) * 100)}%` }} />
      </span>
    </div>
  )
}
