import { Minus, Plus, RefreshCw, Scaling } from 'lucide-react'
import type { Entry, PlaceOfDifference } from '../../nn/differences'
import { Breakable } from '../../ui/Breakable'

export type Selected = readonly [left: string | null, right: string | null]

interface Props {
  readonly entries: readonly Entry[]
  readonly names: readonly [left: string, right: string]
  /** What is selected in either picture. */
  readonly selected: Selected
  readonly onShow: (side: 'left' | 'right', id: string) => void
}

/** Places that stand in the list before a reader asks for more. */
const first = 4

export const icons = { 'left only': Minus, 'right only': Plus, changed: RefreshCw, shape: Scaling }

/** Whether a place is what is selected, or a part of it, or holds it. */
export function concerns({ left, right }: PlaceOfDifference, selected: Selected): boolean {
  return [left, right].some((id, i) => {
    const other = selected[i]
    return (
      id !== undefined &&
      other !== null &&
      (id === other || id.startsWith(`${other}/`) || other.startsWith(`${id}/`))
    )
  })
}

/** Of what kind a difference is, in words. */
export function kindsOf(
  names: readonly [left: string, right: string],
): Readonly<Record<Entry['kind'], string>> {
  return {
    'left only': `only in ${names[0]}`,
    'right only': `only in ${names[1]}`,
    changed: 'changed',
    shape: 'follows',
  }
}

/** What differs, in words; every place leads to the pictures, and what is selected there is marked here. */
export function Differences({ entries, names, selected, onShow }: Props) {
  if (entries.length === 0) return <p>The two networks have the same structure.</p>
  const kinds = kindsOf(names)
  return (
    <>
      <ul className="differences">
        {entries.map((entry) => {
          const Icon = icons[entry.kind]
          const isMeant = entry.places.some((place) => concerns(place, selected))
          const rest = entry.places.slice(first)
          return (
            <li
              key={`${entry.kind} ${entry.what}`}
              className={entry.kind.replace(' ', '-')}
              aria-current={isMeant || undefined}
            >
              <Icon aria-hidden size={16} />
              <div>
                <p>
                  {entry.what} <span className="soft small-text">{kinds[entry.kind]}</span>
                </p>
                <Places places={entry.places.slice(0, first)} selected={selected} onShow={onShow} />
                {rest.length > 0 && (
                  <details open={rest.some((place) => concerns(place, selected)) || undefined}>
                    <summary className="small-text">and {rest.length} more</summary>
                    <Places places={rest} selected={selected} onShow={onShow} />
                  </details>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Places({
  places,
  selected,
  onShow,
}: {
  readonly places: readonly PlaceOfDifference[]
  readonly selected: Selected
  readonly onShow: Props['onShow']
}) {
  return (
    <p className="places small-text">
      {places.map((place) => {
        const { left, right } = place
        const id = (left ?? right)!
        return (
          <button
            key={id}
            type="button"
            className="link"
            data-meant={concerns(place, selected) || undefined}
            onClick={() => onShow(left === undefined ? 'right' : 'left', id)}
          >
            <Breakable text={id} />
          </button>
        )
      })}
    </p>
  )
}
