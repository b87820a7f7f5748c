import { partners } from '../../src/app/compare/apart'
import { ImportError } from '../../src/import/error'
import { valuesOf } from '../../src/import/fit'
import { readOnnx } from '../../src/import/onnx/readOnnx'
import { openWeights } from '../../src/import/open'
import { recognise, titleOf } from '../../src/import/recognise'
import { sniff } from '../../src/import/sniff'
import type { Source } from '../../src/import/source'
import { diff } from '../../src/nn/diff'
import type { Graph, GraphNode, NodeId } from '../../src/nn/graph'
import { opOf } from '../../src/nn/ops/index'
import { conv } from '../../src/nn/ops/conv'
import { batchNorm } from '../../src/nn/ops/normalization'
import { weightKey } from '../../src/runtime/types'
import { withBeside } from './onnx'

/** How far a weight of one file lies from that of another. */
export interface Difference {
  readonly node: NodeId
  readonly weight: string
  /** |a − b| / |a|, of all values together. */
  readonly relative: number
  readonly largest: number
}

/** A network whose weights can be read one by one. */
interface Weighed {
  readonly title: string
  readonly graph: Graph
  readonly read: (node: NodeId, weight: string) => Promise<Float32Array> | undefined
}

/**
 * Lays the weights of two files beside each other, whatever they are written in: layers that have the same place in both
 * networks. Where one file has a batch normalization folded into its convolution, that of the other is folded, too.
 */
export function differences(
  [path, weights]: readonly [string, string | undefined],
  other: string,
): Promise<readonly Difference[]> {
  return withBeside(path, weights, async (some) =>
    withBeside(other, undefined, async (others) => apartOf(await weighed(some), await weighed(others))),
  )
}

async function weighed(sources: readonly Source[]): Promise<Weighed> {
  const [first, ...others] = sources
  if ((await sniff(first)) === 'onnx') {
    const { graph, weights } = await readOnnx(first, others)
    return { title: graph.architecture.title, graph, read: (node, weight) => weights.get(node)?.[weight]?.() }
  }
  const recognised = recognise(await openWeights(sources))
  const { graph, fit, resolved } = recognised
  const places = new Map(fit.matched.map((matched) => [weightKey(matched.node, matched.weight), matched]))
  const read: Weighed['read'] = (node, weight) => {
    const matched = places.get(weightKey(node, weight))
    return matched && valuesOf(graph, recognised, matched)
  }
  return { title: titleOf(resolved), graph, read }
}

async function apartOf(one: Weighed, other: Weighed): Promise<readonly Difference[]> {
  const found: Difference[] = []
  const of = diff(one.graph, other.graph)
  const folds = [...of.left.partner].flatMap(([left, right]) => {
    if (one.graph.has(left) !== 'node' || other.graph.has(right) !== 'node') return []
    const shapes = [one.graph.node(left), other.graph.node(right)].map(({ weights }) =>
      weights.kernel?.shape.join(),
    )
    if (shapes[0] !== shapes[1]) return []
    const [a, b] = [normalizationAfter(one.graph, left), normalizationAfter(other.graph, right)]
    return !a === !b ? [] : [[left, right, ['kernel', 'bias']] as const]
  })
  const folded = new Set(folds.map(([left]) => left))
  const pairs = [...partners(of).filter(([left]) => !folded.has(left)), ...folds]
  const order = new Map(one.graph.nodes.map(({ id }, i) => [id, i]))
  for (const [left, right, names] of pairs.sort(([a], [b]) => order.get(a)! - order.get(b)!))
    for (const weight of names) {
      const isFolded = folded.has(left)
      const a = await valuesIn(one, left, weight, isFolded)
      const b = await valuesIn(other, right, weight, isFolded)
      if (a && b && a.length === b.length) found.push({ node: left, weight, ...distance(a, b) })
    }
  if (found.length === 0)
    throw new ImportError(
      `The two files have no weight in common: the first is ${one.title}, the second ${other.title}.`,
    )
  return found
}

function distance(a: Float32Array, b: Float32Array): Pick<Difference, 'relative' | 'largest'> {
  let [norm, apart, largest] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const difference = a[i] - b[i]
    norm += a[i] ** 2
    apart += difference ** 2
    largest = Math.max(largest, Math.abs(difference))
  }
  return { relative: norm > 0 ? Math.sqrt(apart / norm) : Math.sqrt(apart), largest }
}

/** The batch normalization that alone reads a convolution. */
function normalizationAfter(graph: Graph, id: NodeId): GraphNode | undefined {
  if (graph.node(id).op !== conv.definition.name) return undefined
  const readers = graph.nodes.filter(({ inputs }) => inputs.includes(id))
  return readers.length === 1 && readers[0].op === batchNorm.definition.name ? readers[0] : undefined
}

/** A weight as its file has it, or with the normalization that follows in it: y = s·(W x + b) + t is (s·W) x + (s·b + t). */
async function valuesIn({ graph, read }: Weighed, id: NodeId, weight: string, isFolded: boolean) {
  const values = await read(id, weight)
  const norm = isFolded ? normalizationAfter(graph, id) : undefined
  if (!norm) return values
  const statistics: Record<string, Float32Array> = {}
  for (const name of Object.keys(norm.weights)) {
    const found = await read(norm.id, name)
    if (!found) return undefined
    statistics[name] = found
  }
  const { scale, shift } = opOf(norm).affine!(statistics, norm.attrs)
  if (weight === 'bias') return shift.map((value, c) => value + (values?.[c] ?? 0) * scale[c])
  return values?.map((value, i) => value * scale[i % scale.length])
}
