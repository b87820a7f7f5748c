import { isSplit, kinds, type Piece, type Series, type UnitName, unit } from './pieces'

// A block as the address has it: `add(conv3:64 bn relu conv3:64/2g8 bn | ) relu`.

/** Pieces in a block at most, so that a made-up address keeps no page busy. */
export const mostPieces = 48

/** Splits within splits at most. */
const deepest = 4

export function write(series: Series): string {
  return series.map(writePiece).join(' ')
}

function writePiece(piece: Piece): string {
  if (isSplit(piece)) return `${piece.kind}(${piece.paths.map(write).join(' | ')})`
  const { word } = kinds[piece.kind]
  const { kernel, filters, stride, groups, growth, reduction } = piece.values
  return [
    word,
    kernel,
    filters === undefined ? '' : `:${filters}`,
    stride === undefined || stride === 1 ? '' : `/${stride}`,
    groups === undefined || groups === 1 ? '' : `g${groups}`,
    growth === undefined ? '' : `:${growth}`,
    reduction === undefined ? '' : `:${reduction}`,
  ].join('')
}

const byWord = new Map(Object.entries(kinds).map(([name, { word }]) => [word as string, name as UnitName]))

/** Reads what `write` wrote; what is not understood is told as a sentence. */
export function read(text: string): { readonly series: Series; readonly problem?: string } {
  const tokens = text.match(/[()|]|[^\s()|]+/g) ?? []
  let at = 0
  let pieces = 0
  let problem: string | undefined
  const fail = (sentence: string) => void (problem ??= sentence)

  function series(depth: number): Series {
    const found: Piece[] = []
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
      const token = tokens[at++]
      if (++pieces > mostPieces) {
        fail(`A block has at most ${mostPieces} pieces here.`)
        continue
      }
      if (token === 'add' || token === 'concat') {
        const paths = branches(depth)
        if (paths) found.push({ kind: token, paths })
        continue
      }
      const piece = unitOf(token)
      if (piece) found.push(piece)
      else fail(`“${token}” is not a piece of a block.`)
    }
    return found
  }

  function branches(depth: number): readonly Series[] | undefined {
    if (tokens[at] !== '(' || depth >= deepest) {
      fail(
        depth >= deepest
          ? `Paths can be nested at most ${deepest} deep.`
          : 'A split has to be followed by its paths in brackets.',
      )
      return undefined
    }
    const paths: Series[] = []
    do {
      at++
      paths.push(series(depth + 1))
    } while (tokens[at] === '|')
    if (tokens[at] === ')') at++
    else fail('A bracket is not closed.')
    return paths.length > 1 ? paths : [...paths, []]
  }

  const read = series(0)
  if (at < tokens.length) fail(`“${tokens[at]}” is out of place: no split is open.`)
  return { series: read, ...(problem !== undefined && { problem }) }
}

function unitOf(token: string): Piece | undefined {
  const found = /^([a-z]+)(\d+)?(?::(\d+))?(?:\/(\d+))?(?:g(\d+))?$/.exec(token)
  const kind = found && byWord.get(found[1])
  if (!kind) return undefined
  const [kernel, amount, stride, groups] = found.slice(2).map((part) => (part ? Number(part) : undefined))
  const said = { kernel, filters: amount, growth: amount, reduction: amount, stride, groups }
  const values = Object.entries(said).flatMap(([name, value]) =>
    value !== undefined && name in kinds[kind].fields ? [[name, value] as const] : [],
  )
  return unit(kind, Object.fromEntries(values))
}
