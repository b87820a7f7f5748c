import type { Options } from '../../architectures/family'
import type { NodeId } from '../../nn/graph'
import type { Architecture, Spec } from '../../nn/spec'
import type { Preprocessing } from '../preprocessing'

/** In which order the values of a kernel lie in a file. */
export type Layout =
  /** Filters first, then channels, height and width; fully connected layers [outputs, inputs], maps unrolled channels first. */
  | 'torch'
  /** As here: height, width, channels, filters; [inputs, outputs], maps unrolled pixel by pixel. */
  | 'tensorflow'

/** A network that the names and shapes of a file are those of. */
export interface Found {
  /** A preset, or a family. */
  readonly network: string
  readonly options: Options
  readonly layout: Layout
  /** Every kernel lies as it does here, also those that TensorFlow lays out otherwise. */
  readonly isOurs?: true
  /** Whose names they are, for the screen. */
  readonly names: string
  /** What stands before every name of the file. */
  readonly prefix: string
  /** What a weight of a node is called in the file, without the prefix; any of these. */
  readonly called: (node: NodeId, weight: string) => readonly string[]
  /** How names of kernels and biases end, where not as its layout has them. */
  readonly endings?: readonly [kernel: string, bias: string]
  readonly preprocessing: Preprocessing
  /** The body of the network as they compute it, where that is otherwise than here. */
  readonly adapted?: (body: Spec) => Spec
  /** What names and shapes cannot tell, as sentences. */
  readonly notes: readonly string[]
}

/** A network as those compute it who named the weights. */
export const adaptedBy = ({ adapted }: Found, architecture: Architecture): Architecture =>
  adapted ? { ...architecture, body: adapted(architecture.body) } : architecture

/** The shapes of a file's tensors by their names. */
export type Shapes = ReadonlyMap<string, readonly number[]>

/** The names below a prefix, without it. */
export function below(shapes: Shapes, prefix: string): Shapes {
  if (prefix === '') return shapes
  return new Map(
    [...shapes].flatMap(([name, shape]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), shape] as const] : [],
    ),
  )
}

/** What stands before the names that end in `anchor`, the most frequent beginning first. */
export function prefixesOf(shapes: Shapes, anchor: string): readonly string[] {
  const prefixes = [...shapes.keys()]
    .filter((name) => name === anchor || name.endsWith(`.${anchor}`) || name.endsWith(`/${anchor}`))
    .map((name) => name.slice(0, name.length - anchor.length))
  const count = (prefix: string) => [...shapes.keys()].filter((name) => name.startsWith(prefix)).length
  return prefixes
    .map((prefix) => [prefix, count(prefix)] as const)
    .sort((a, b) => b[1] - a[1])
    .map(([p]) => p)
}

/** How many parts there are that `has` knows, counted from 0. */
export function countWhile(has: (index: number) => boolean): number {
  let count = 0
  while (count < 1000 && has(count)) count++
  return count
}

/** A pattern of node ids and what stands for it in a file. */
export type Rename = readonly [pattern: RegExp, to: (...parts: string[]) => string | readonly string[]]

/** The names of a node's module by the first pattern that fits. */
export function renamed(renames: readonly Rename[], node: NodeId): readonly string[] {
  for (const [pattern, to] of renames) {
    const match = pattern.exec(node)
    if (match) return [to(...match.slice(1))].flat()
  }
  return []
}
