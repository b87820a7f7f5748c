import { type KeyboardEvent, useState } from 'react'
import { placeOf, type Row } from './rows'
import type { Column } from './sort'

/** The one place of the table that a tab stop leads to: a head, or a row by its id. */
export type Spot =
  { readonly part: 'head'; readonly column: Column } | { readonly part: 'row'; readonly id: string }

const page = 10

/** Where the arrow keys stand. What is selected elsewhere moves them too, without taking the focus. */
export function useGridFocus(rows: readonly Row[], selected: string | null) {
  const [moved, setMoved] = useState<Spot | null>(null)
  const [seen, setSeen] = useState(selected)
  if (seen !== selected) {
    setSeen(selected)
    const at = placeOf(rows, selected)
    if (at >= 0) setMoved({ part: 'row', id: rows[at].id })
  }
  const index =
    moved?.part === 'row'
      ? rows.findIndex((row) => row.id === moved.id)
      : moved === null
        ? placeOf(rows, selected)
        : -1
  // A row of the other level, or of another network, is gone; the first takes its place.
  const at = moved?.part === 'head' ? -1 : Math.max(0, index)
  const spot: Spot = moved?.part === 'head' ? moved : { part: 'row', id: rows[at].id }
  return { spot, at, moveTo: setMoved }
}

/** Where a key leads; undefined where it means nothing here. */
export function keyTarget(
  event: KeyboardEvent,
  spot: Spot,
  at: number,
  rows: readonly Row[],
  columns: readonly Column[],
): Spot | undefined {
  const row = (index: number): Spot => ({
    part: 'row',
    id: rows[Math.max(0, Math.min(rows.length - 1, index))].id,
  })
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (spot.part === 'head') {
    const column = columns.indexOf(spot.column)
    const head = (index: number): Spot => ({
      part: 'head',
      column: columns[Math.max(0, Math.min(columns.length - 1, index))],
    })
    switch (event.key) {
      case 'ArrowLeft':
        return head(column - 1)
      case 'ArrowRight':
        return head(column + 1)
      case 'Home':
        return head(0)
      case 'End':
        return head(columns.length - 1)
      case 'ArrowDown':
        return row(0)
    }
    return undefined
  }
  switch (event.key) {
    case 'ArrowUp':
      return at === 0 ? { part: 'head', column: 'name' } : row(at - 1)
    case 'ArrowDown':
      return row(at + 1)
    case 'Home':
      return row(0)
    case 'End':
      return row(rows.length - 1)
    case 'PageUp':
      return row(at - page)
    case 'PageDown':
      return row(at + page)
  }
  return undefined
}
