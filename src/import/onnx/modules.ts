import type { FlatNode } from './flat'
import type { Piece } from './translator'

/** Where an operator stood in the program that the file was made from: modules from the outside in. */
export type Path = readonly string[]

/**
 * The modules that an operator belongs to, as PyTorch's exporters write them: in the name, `/layer4/layer4.1/relu/Relu`,
 * or in `pkg.torch.onnx.name_scopes`. Empty where the file says nothing.
 */
export function pathOf({ name, source }: FlatNode): Path {
  const scopes = source.metadataProps?.find(({ key }) => key === 'pkg.torch.onnx.name_scopes')?.value
  if (scopes) {
    const found = [...scopes.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double)
    return found.slice(1, -1)
  }
  return name.startsWith('/') ? name.split('/').slice(1, -1) : []
}

/** The module and the groups of every piece. */
export interface Places {
  /** The groups that it stands in, from the outside in. */
  groups(piece: Piece): Path
  /** What it is called by itself; undefined where the file gives no name or only a number. */
  leaf(piece: Piece): string | undefined
}

export function placesOf(pieces: readonly Piece[]): Places {
  const paths = new Map(pieces.map((piece) => [piece.id, moduleOf(piece)]))
  // What holds another module is a group; an operator that stands in it directly has no module of its own.
  const holders = new Set<string>()
  for (const path of paths.values())
    for (let length = 0; length < path.length; length++) holders.add(path.slice(0, length).join('/'))
  const isHolder = (path: Path) => holders.has(path.join('/'))
  return {
    groups(piece) {
      const path = paths.get(piece.id) ?? []
      return isHolder(path) ? path : path.slice(0, -1)
    },
    leaf(piece) {
      const path = paths.get(piece.id) ?? []
      if (path.length === 0 || isHolder(path)) return undefined
      const name = ownName(path.at(-1)!)
      return /^\d*$/.test(name) ? undefined : name
    },
  }
}

/** Of a layer whose normalization was folded in, the file names the module of the normalization: its weight knows better. */
function moduleOf(piece: Piece): Path {
  if (!piece.node) return []
  const path = pathOf(piece.node)
  const weight = Object.values(piece.from)[0]?.name
  const named = weight?.endsWith('.weight') ? weight.slice(0, -'.weight'.length) : undefined
  if (named === undefined || path.length === 0) return path
  const outer = path.slice(0, -1)
  const parent = outer.at(-1)
  return parent === undefined || named.startsWith(`${parent}.`) ? [...outer, named] : path
}

/** `conv1` of `layer4.1.conv1`. */
export function ownName(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1)
}
