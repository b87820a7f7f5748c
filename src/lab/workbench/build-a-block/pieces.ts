/** A number of a piece that the reader sets. */
export interface Field {
  readonly label: string
  readonly start: number
  readonly min: number
  readonly max: number
}

interface Kind {
  readonly title: string
  /** What stands for it in an address. */
  readonly word: string
  readonly fields: Readonly<Record<string, Field>>
}

const filters: Field = { label: 'filters', start: 64, min: 1, max: 1024 }
const kernel: Field = { label: 'kernel', start: 3, min: 1, max: 11 }
const stride: Field = { label: 'stride', start: 1, min: 1, max: 4 }
const groups: Field = { label: 'groups', start: 1, min: 1, max: 1024 }
const pool = { kernel: { ...kernel, min: 2 }, stride }

/** What a block is made of, one after the other; the fields stand in the order in which an address has them. */
export const kinds = {
  conv: { title: 'convolution', word: 'conv', fields: { kernel, filters, stride, groups } },
  batchNorm: { title: 'BN', word: 'bn', fields: {} },
  relu: { title: 'ReLU', word: 'relu', fields: {} },
  maxPool: { title: 'max pool', word: 'max', fields: pool },
  avgPool: { title: 'average pool', word: 'avg', fields: pool },
  dense: {
    title: 'dense layer',
    word: 'dense',
    fields: { growth: { label: 'k', start: 32, min: 1, max: 256 } },
  },
  gate: {
    title: 'gate',
    word: 'gate',
    fields: { reduction: { label: 'reduction', start: 16, min: 1, max: 256 } },
  },
} as const satisfies Readonly<Record<string, Kind>>

export type UnitName = keyof typeof kinds

export type Values = Readonly<Record<string, number>>

/** A piece on one path. */
export interface Unit {
  readonly kind: UnitName
  readonly values: Values
}

/** Where paths part and meet again. */
export interface Split {
  readonly kind: 'add' | 'concat'
  readonly paths: readonly Series[]
}

export type Piece = Unit | Split

/** Pieces one after the other; an empty one hands on what it gets. */
export type Series = readonly Piece[]

/** Everything on the palette. */
export type PieceName = UnitName | 'grouped' | Split['kind']

export const palette: readonly PieceName[] = [
  'conv',
  'grouped',
  'maxPool',
  'avgPool',
  'batchNorm',
  'relu',
  'add',
  'concat',
  'dense',
  'gate',
]

export const titles: Readonly<Record<PieceName, string>> = {
  ...(Object.fromEntries(Object.entries(kinds).map(([name, { title }]) => [name, title])) as Record<
    UnitName,
    string
  >),
  grouped: 'grouped convolution',
  add: 'sum',
  concat: 'concatenation',
}

export const isSplit = (piece: Piece): piece is Split => 'paths' in piece

export const fieldsOf = (kind: UnitName): Readonly<Record<string, Field>> => kinds[kind].fields

/** A piece as the palette gives it, for a tensor of so many channels. */
export function newPiece(name: PieceName, channels: number): Piece {
  if (name === 'add') return { kind: 'add', paths: [[unit('conv', { filters: channels })], []] }
  if (name === 'concat') {
    const half = Math.max(1, Math.floor(channels / 2))
    return {
      kind: 'concat',
      paths: [[unit('conv', { filters: half, kernel: 1 })], [unit('conv', { filters: channels - half })]],
    }
  }
  if (name === 'grouped') return unit('conv', { filters: channels, groups: evenGroups(channels) })
  return unit(name, name === 'conv' ? { filters: channels } : {})
}

const evenGroups = (channels: number) => [8, 4, 2].find((groups) => channels % groups === 0) ?? 1

export function unit(kind: UnitName, values: Values = {}): Unit {
  const fields = Object.entries(fieldsOf(kind))
  return {
    kind,
    values: Object.fromEntries(
      fields.map(([name, { start, min, max }]) => [
        name,
        Math.max(min, Math.min(max, values[name] ?? start)),
      ]),
    ),
  }
}

/** A piece in few words: `3×3, 64`. */
export function labelOf(piece: Piece): string {
  if (isSplit(piece)) return titles[piece.kind]
  const { kernel, filters, stride, groups, growth, reduction } = piece.values
  switch (piece.kind) {
    case 'conv':
      return `conv ${kernel}×${kernel}, ${filters}${stride > 1 ? `, /${stride}` : ''}${groups > 1 ? `, ${groups} groups` : ''}`
    case 'maxPool':
    case 'avgPool':
      return `${titles[piece.kind]} ${kernel}×${kernel}${stride > 1 ? `, /${stride}` : ''}`
    case 'dense':
      return `dense layer, k = ${growth}`
    case 'gate':
      return `gate, 1/${reduction}`
    default:
      return titles[piece.kind]
  }
}
