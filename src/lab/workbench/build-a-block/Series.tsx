import { Plus, X } from 'lucide-react'
import { type DragEvent, Fragment, type KeyboardEvent } from 'react'
import { after, type Place } from './edit'
import { isSplit, labelOf, type Piece, type Series as Pieces, type Split } from './pieces'

/** What the reader works on: a piece, or the slot where the next one goes. */
export interface Selection {
  readonly place: Place
  readonly is: 'piece' | 'slot'
}

export interface Hands {
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onRemove: (place: Place) => void
  readonly onMove: (from: Place, to: Place) => void
  /** Something was let go over a slot: what the palette or a piece said of itself. */
  readonly onDrop: (said: string, at: Place) => void
  readonly onPaths: (place: Place, split: Split) => void
}

interface Props extends Hands {
  readonly series: Pieces
  /** The place of its first piece, without the index. */
  readonly base: Place
  readonly name: string
}

const same = (a: Place, b: Place) => String(a) === String(b)

/** Pieces one after the other, a slot before, between and after them; a split has a row for each of its paths. */
export function Series({ series, base, name, ...hands }: Props) {
  const at = (index: number): Place => [...base, index]
  const nameOf = (index: number) =>
    index === 0 ? `At the beginning of ${name}` : `After ${labelOf(series[index - 1])} in ${name}`
  return (
    <ol className="block-series" aria-label={name}>
      <li>
        <Slot place={at(0)} name={nameOf(0)} {...hands} />
      </li>
      {series.map((piece, i) => (
        <Fragment key={i}>
          <li>
            <Chip piece={piece} place={at(i)} name={name} {...hands} />
          </li>
          <li>
            <Slot place={at(i + 1)} name={nameOf(i + 1)} {...hands} />
          </li>
        </Fragment>
      ))}
    </ol>
  )
}

function Slot({
  place,
  name,
  selection,
  onSelect,
  onDrop,
}: Hands & { readonly place: Place; readonly name: string }) {
  const isChosen = selection.is === 'slot' && same(selection.place, place)
  return (
    <button
      type="button"
      className="block-slot"
      aria-pressed={isChosen}
      aria-label={`${name}: the next piece goes here`}
      onClick={() => onSelect({ place, is: 'slot' })}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop(event.dataTransfer.getData('text/plain'), place)
      }}
    >
      <Plus aria-hidden size={12} />
    </button>
  )
}

function Chip({
  piece,
  place,
  name,
  ...hands
}: Hands & { readonly piece: Piece; readonly place: Place; readonly name: string }) {
  const { selection, onSelect, onRemove, onMove, onPaths } = hands
  const isChosen = selection.is === 'piece' && same(selection.place, place)
  const index = place[place.length - 1]
  const slot = (by: number): Place => [...place.slice(0, -1), index + by]
  function press(event: KeyboardEvent) {
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove(place)
    else if (event.altKey && event.key === 'ArrowLeft' && index > 0) onMove(place, slot(-1))
    else if (event.altKey && event.key === 'ArrowRight') onMove(place, slot(2))
    else return
    event.preventDefault()
  }
  const chip = (
    <button
      type="button"
      className="block-chip"
      data-kind={piece.kind}
      data-keys
      aria-pressed={isChosen}
      aria-label={`${labelOf(piece)}, in ${name}. Delete removes it; Alt with an arrow key moves it.`}
      draggable
      onDragStart={(event: DragEvent) => event.dataTransfer.setData('text/plain', `place ${place.join(',')}`)}
      onClick={() => onSelect({ place, is: 'piece' })}
      onKeyDown={press}
    >
      {labelOf(piece)}
    </button>
  )
  if (!isSplit(piece)) return chip
  const { paths } = piece
  return (
    <div className="block-split">
      {chip}
      {paths.map((path, p) => (
        <div key={p} className="block-path">
          <Series
            series={path}
            base={[...place, p]}
            name={`path ${p + 1} of the ${labelOf(piece)}`}
            {...hands}
          />
          {path.length === 0 && <span className="soft small-text">as it is</span>}
          {paths.length > 2 && (
            <button
              type="button"
              className="button icon small quiet"
              aria-label={`Remove path ${p + 1} of the ${labelOf(piece)}`}
              onClick={() => onPaths(place, { ...piece, paths: paths.filter((_, i) => i !== p) })}
            >
              <X aria-hidden size={14} />
            </button>
          )}
        </div>
      ))}
      {paths.length < 8 && (
        <button
          type="button"
          className="button small quiet"
          onClick={() => onPaths(place, { ...piece, paths: [...paths, []] })}
        >
          <Plus aria-hidden size={12} /> path
        </button>
      )}
    </div>
  )
}

/** The slot after what is selected, or the selected slot itself. */
export const slotOf = ({ place, is }: Selection): Place => (is === 'slot' ? place : after(place))
