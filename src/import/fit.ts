import type { Graph, NodeId } from '../nn/graph'
import { transposedIn } from './transposed'
import { channelsLast, fits, inputsFirst, unrolledBy, wantedIn } from './layout'
import type { Found } from './networks/found'
import type { FileTensor } from './tensors'

/** A weight of a network and the tensor of a file that is its. */
export interface Matched {
  readonly node: NodeId
  readonly weight: string
  readonly tensor: FileTensor
}

/** A weight or a tensor that found no partner, and why. */
export interface Unmatched {
  readonly state: 'missing' | 'wrong shape' | 'superfluous'
  /** What it is called in the file, or would be. */
  readonly name: string
  readonly node?: NodeId
  readonly weight?: string
  readonly reason: string
}

/** Which tensor of a file is for which weight of a network. */
export interface Fit {
  readonly matched: readonly Matched[]
  readonly unmatched: readonly Unmatched[]
  /** Weights of the network, matched or not. */
  readonly wanted: number
}

const sides = (shape: readonly number[]) => (shape.length === 0 ? 'a single number' : shape.join('×'))

/** Lays the tensors of a file beside the weights of the network that they were taken for. */
export function fitTo(graph: Graph, found: Found, tensors: readonly FileTensor[]): Fit {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]))
  const matched: Matched[] = []
  const unmatched: Unmatched[] = []
  const used = new Set<string>()
  let wanted = 0
  for (const node of graph.nodes)
    for (const [weight, { shape, values }] of Object.entries(node.weights)) {
      const names = found.called(node.id, weight).map((name) => found.prefix + name)
      if (values) {
        // Designed by hand: the network has them already.
        for (const each of names) used.add(each)
        continue
      }
      wanted++
      const name = names.find((each) => byName.has(each))
      const place = { node: node.id, weight }
      if (name === undefined) {
        unmatched.push({
          state: 'missing',
          name: names[0] ?? `${node.id} ${weight}`,
          ...place,
          reason: `the ${weight} of ${node.id}, ${sides(shape)}, is not in the file`,
        })
        continue
      }
      const tensor = byName.get(name)!
      used.add(name)
      const turned = transposedIn(node, shape, found)
      const isIts = turned
        ? turned.shape.join() === tensor.shape.join()
        : fits(tensor.shape, shape, found.layout)
      if (isIts) matched.push({ ...place, tensor })
      else
        unmatched.push({
          state: 'wrong shape',
          name,
          ...place,
          reason: `it is ${sides(tensor.shape)}; the ${weight} of ${node.id} needs ${sides(turned?.shape ?? wantedIn(shape, found.layout))}`,
        })
    }
  for (const { name } of tensors)
    if (!used.has(name)) unmatched.push({ state: 'superfluous', name, reason: whySuperfluous(name, found) })
  return { matched, unmatched, wanted }
}

function whySuperfluous(name: string, { prefix }: Found): string {
  if (name.endsWith('num_batches_tracked'))
    return 'it counts training batches and is not used to compute anything'
  if (!name.startsWith(prefix))
    return `it lies outside ${prefix.replace(/[./]$/, '')}, the network that was read`
  if (/(^|\.)aux/.test(name)) return 'it belongs to an auxiliary classifier, which only training uses'
  return 'the network has no such weight'
}

/** What `unmatched` says that somebody should know: counters of batches are in every file. */
export function remarkable({ unmatched }: Fit): readonly Unmatched[] {
  return unmatched.filter(({ name }) => !name.endsWith('num_batches_tracked'))
}

/** The values of a weight from its tensor, in our order. */
export async function valuesOf(
  graph: Graph,
  found: Pick<Found, 'layout' | 'isOurs'>,
  { node, weight, tensor }: Matched,
): Promise<Float32Array<ArrayBuffer>> {
  const values = await tensor.read()
  const { shape } = graph.node(node).weights[weight]
  const turned = transposedIn(graph.node(node), shape, found)
  if (turned) return turned.ours(values)
  if (found.layout === 'tensorflow' || shape.length === 1) return values
  if (shape.length === 2) return inputsFirst(values, shape, unrolledBy(graph, graph.node(node)))
  const [height, width] = shape
  return channelsLast(values, shape.length === 3 ? [height, width, 1, shape[2]] : shape)
}
