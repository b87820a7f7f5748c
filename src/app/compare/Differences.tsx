import { Minus, Plus, RefreshCw, Scaling } from 'lucide-react'
import type { Entry, PlaceOfDifference } from '../../nn/differences'

interface Props {
  readonly entries: readonly Entry[]
  readonly names: readonly [left: string, right: string]
  readonly onShow: (side: 'left' | 'right', id: string) => void
}

/** Places that stand in the list before a reader asks for more. */
const first = 4

const icons = { 'left only': Minus, 'right only': Plus, changed: RefreshCw, shape: Scaling }

/** What differs, in words; every place leads to the pictures. */
export function Differences({ entries, names, onShow }: Props) {
  if (entries.length === 0) return <p>The two networks are built alike.</p>
  const kinds = {
    'left only': `only in ${names[0]}`,
    'right only': `only in ${names[1]}`,
    changed: 'changed',
    shape: 'follows',
  }
  return (
    <ul className="differences">
      {entries.map((entry) => {
        const Icon = icons[entry.kind]
        return (
          <li key={`${entry.kind} ${entry.what}`} className={entry.kind.replace(' ', '-')}>
            <Icon aria-hidden size={16} />
            <div>
              <p>
                {entry.what} <span className="soft small-text">{kinds[entry.kind]}</span>
              </p>
              <Places places={entry.places.slice(0, first)} onShow={onShow} />
              {entry.places.length > first && (
                <details>
                  <summary className="small-text">and {entry.places.length - first} more</summary>
                  <Places places={entry.places.slice(first)} onShow={onShow} />
                </details>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Places({
  places,
  onShow,
}: {
  readonly places: readonly PlaceOfDifference[]
  readonly onShow: Props['onShow']
}) {
  return (
    <p className="places small-text">
      {places.map(({ left, right }) => {
        const id = (left ?? right)!
        return (
          <button
            key={id}
            type="button"
            className="link"
            onClick={() => onShow(left === undefined ? 'right' : 'left', id)}
          >
            {id}
          </button>
        )
      })}
    </p>
  )
}
