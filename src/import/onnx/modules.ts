import type { FlatNode } from './flat'
import type { Piece } from './translator'

/** Where an operator stood in the program that the file was made from: modules from the outside in. */
export type Path = readonly string[]

/**
 * The modules that an operator belongs to, as PyTorch's exporters write them: in the name, `/layer4/layer4.1/relu/Relu`,
 * or in `pkg.torch.onnx.name_scopes`. Undefined where the file says nothing.
 */
function pathOf({ name, source }: FlatNode): Path | undefined {
  const scopes = source.metadataProps?.find(({ key }) => key === 'pkg.torch.onnx.name_scopes')?.value
  if (scopes) {
    const found = [...scopes.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double)
    return found.slice(1, -1)
  }
  return name.startsWith('/') ? name.split('/').slice(1, -1) : undefined
}

/** The module and the groups of every piece. */
export interface Places {
  /** The groups that it stands in, from the outside in. */
  groups(piece: Piece): Path
  /** What it is called by itself; undefined where the file gives no name or only a number. */
  leaf(piece: Piece): string | undefined
}

export function placesOf(pieces: readonly Piece[]): Places {
  const said = new Map(pieces.map((piece) => [piece.id, moduleOf(piece)]))
  const paths = new Map([...said].map(([id, path]) => [id, path ?? []]))
  // What holds another module is a group; an operator that stands in it directly has no module of its own.
  const holders = new Set<string>()
  for (const path of paths.values())
    for (let length = 0; length < path.length; length++) holders.add(path.slice(0, length).join('/'))
  const isHolder = (path: Path) => holders.has(path.join('/'))
  const groups = ({ id }: Pick<Piece, 'id'>): Path => {
    const path = paths.get(id) ?? []
    return isHolder(path) ? path : path.slice(0, -1)
  }
  // What an exporter has put in by itself stands where all that read it stand; the tensors of one operator together.
  const readers = new Map<unknown, Path[]>()
  for (const piece of pieces.toReversed()) {
    const { id, node, inputs } = piece
    const read = readers.get(node?.source)
    if (node && !said.get(id) && read) paths.set(id, shared(read))
    for (const input of inputs) {
      const by = pieces[input].node?.source
      const known = readers.get(by)
      if (known) known.push(groups(piece))
      else readers.set(by, [groups(piece)])
    }
  }
  return {
    groups,
    leaf(piece) {
      const path = paths.get(piece.id) ?? []
      if (path.length === 0 || isHolder(path)) return undefined
      const name = ownName(path.at(-1)!)
      return /^\d*$/.test(name) ? undefined : name
    },
  }
}

/** Of a layer whose normalization was folded in, the file names the module of the normalization: its weight knows better. */
function moduleOf(piece: Piece): Path | undefined {
  const path = piece.node && pathOf(piece.node)
  if (!path) return undefined
  const weight = Object.values(piece.from)[0]?.name
  const named = weight?.endsWith('.weight') ? weight.slice(0, -'.weight'.length) : undefined
  if (named === undefined || path.length === 0) return path
  const outer = path.slice(0, -1)
  const parent = outer.at(-1)
  return parent === undefined || named.startsWith(`${parent}.`) ? [...outer, named] : path
}

/** What all of some paths begin with. */
export function shared(paths: readonly Path[]): Path {
  return paths.reduce((shared, path) => {
    let length = 0
    while (length < shared.length && shared[length] === path[length]) length++
    return shared.slice(0, length)
  })
}

/** `conv1` of `layer4.1.conv1`. */
export function ownName(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1)
}
