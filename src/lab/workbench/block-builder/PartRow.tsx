import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { kindOf, type Part } from './parts'

interface Props {
  readonly part: Part
  readonly place: number
  readonly last: boolean
  readonly onChange: (part: Part) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One part of the network: what it is, its numbers, and its place. */
export function PartRow({ part, place, last, onChange, onMove, onRemove }: Props) {
  const { title, fields } = kindOf(part.kind)
  const name = `${title}, part ${place + 1}`
  return (
    <li className="part" aria-label={name}>
      <span className="part-title">{title}</span>
      <span className="part-fields">
        {Object.entries(fields).map(([key, { label, min, max }]) => (
          <label key={key}>
            {label}{' '}
            <input
              className="input"
              type="number"
              min={min}
              max={max}
              value={part.values[key]}
              onChange={(event) => {
                const value = Math.round(event.target.valueAsNumber)
                if (Number.isFinite(value))
                  onChange({
                    ...part,
                    values: { ...part.values, [key]: Math.min(max, Math.max(min, value)) },
                  })
              }}
            />
          </label>
        ))}
      </span>
      <span className="part-tools">
        <button
          type="button"
          className="button icon small"
          aria-label={`Up: ${name}`}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden size={16} />
        </button>
        <button
          type="button"
          className="button icon small"
          aria-label={`Down: ${name}`}
          disabled={last}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden size={16} />
        </button>
        <button type="button" className="button icon small" aria-label={`Remove ${name}`} onClick={onRemove}>
          <Trash2 aria-hidden size={16} />
        </button>
      </span>
    </li>
  )
}
