import { isSplit, type Piece, type Series } from './pieces'

/** A place in a block: the piece at an index of the series, or, further in, a path of it and an index there. */
export type Place = readonly number[]

/** The block with another series where a place lies. */
function within(series: Series, place: Place, change: (series: Series, index: number) => Series): Series {
  const [index, path, ...rest] = place
  if (path === undefined) return change(series, index)
  return series.map((piece, i) =>
    i === index && isSplit(piece)
      ? { ...piece, paths: piece.paths.map((own, p) => (p === path ? within(own, rest, change) : own)) }
      : piece,
  )
}

/** The series in which a place lies, and the piece there, if there is one. */
export function pieceAt(series: Series, place: Place): Piece | undefined {
  const [index, path, ...rest] = place
  const piece = series[index]
  if (path === undefined || !piece) return piece
  return isSplit(piece) && piece.paths[path] ? pieceAt(piece.paths[path], rest) : undefined
}

/** Whether something may be put at a place. */
export function isPlace(series: Series, [index, path, ...rest]: Place): boolean {
  if (path === undefined) return index <= series.length
  const piece = series[index]
  return (
    piece !== undefined &&
    isSplit(piece) &&
    piece.paths[path] !== undefined &&
    isPlace(piece.paths[path], rest)
  )
}

export const insert = (series: Series, place: Place, piece: Piece): Series =>
  within(series, place, (own, i) => [...own.slice(0, i), piece, ...own.slice(i)])

export const remove = (series: Series, place: Place): Series =>
  within(series, place, (own, i) => own.filter((_, j) => j !== i))

export const replace = (series: Series, place: Place, piece: Piece): Series =>
  within(series, place, (own, i) => own.map((old, j) => (j === i ? piece : old)))

/** Moves a piece to a slot; a split does not fit into itself. */
export function move(series: Series, from: Place, to: Place): Series {
  const piece = pieceAt(series, from)
  if (!piece || from.every((step, i) => step === to[i])) return series
  return remove(insert(series, to, piece), shifted(from, to))
}

/** Where a piece lies after another was put in at `at`. */
function shifted(place: Place, at: Place): Place {
  const depth = at.length - 1
  const before = at.slice(0, depth).every((step, i) => step === place[i])
  return before && place.length > depth && at[depth] <= place[depth]
    ? place.map((step, i) => (i === depth ? step + 1 : step))
    : place
}

/** The slot right after a place. */
export const after = (place: Place): Place => [...place.slice(0, -1), place[place.length - 1] + 1]
