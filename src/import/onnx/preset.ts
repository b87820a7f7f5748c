import { type Entry, findEntry, presets, resolve } from '../../architectures'
import type { Options } from '../../architectures/family'
import { build } from '../../nn/build'
import type { Graph, NodeId } from '../../nn/graph'
import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { layerNorm } from '../../nn/ops/layerNorm'
import { batchNorm } from '../../nn/ops/normalization'
import type { Architecture, Spec } from '../../nn/spec'
import { builtOf } from '../architecture'
import { breathe } from '../breathe'
import type { Belonging } from '../layerwise'
import { named } from '../recognise'
import { matched } from './alike'
import { foldNormalizations, mapOps, opsOf } from './fold'

/** A preset that a file turned out to be. */
export interface Recognised {
  readonly entry: Entry
  readonly options: Options
  /** Its batch normalizations have been folded into the convolutions before them. */
  readonly folded: boolean
  readonly graph: Graph
  /** From nodes of the file's network to those of the preset. */
  readonly pairs: ReadonlyMap<NodeId, NodeId>
}

/** The network that a file says it is, where it computes what that computes; `entry` where one of this site is it or was changed. */
export function asSaid(
  graph: Graph,
  { network, options, architecture }: Belonging,
): (Partial<Pick<Recognised, 'entry' | 'options'>> & Omit<Recognised, 'entry' | 'options'>) | undefined {
  const like = network === undefined ? undefined : likeIn(network, options as Options)
  const own = architecture ? builtOf(architecture) : like && build(like.architecture)
  const pairs = own && graph.issues.length === 0 ? matched(graph, own) : undefined
  if (!own || !pairs) return undefined
  return {
    ...(like && { entry: findEntry(like.id), options: like.options }),
    folded: false,
    graph: own,
    pairs,
  }
}

/** The preset that a network is, with any number of classes and any size of image; undefined where it is none. */
export async function presetOf(graph: Graph): Promise<Recognised | undefined> {
  const wanted = countsIn(graph.architecture.body)
  const output = graph.nodes.findLast(({ weights }) => 'kernel' in weights)
  if (!output || graph.issues.length > 0) return undefined
  const classes = output.shape.at(-1)!
  const epsilon = graph.nodes.find(({ op }) => normalizes(op))?.attrs.epsilon
  for (const entry of presets) {
    if (entry.family.kind !== 'network') continue
    await breathe()
    const resolved = optionsFor(entry.id, { input: graph.architecture.input, classes })
    if (!resolved) continue
    const { architecture, options } = resolved
    const plain = countsIn(architecture.body)
    if (plain.layers !== wanted.layers) continue
    const isPlain = plain.norms === wanted.norms
    const body = isPlain ? architecture.body : foldNormalizations(architecture.body)
    if (countsIn(body).norms !== wanted.norms) continue
    const candidate = build({ ...architecture, body: withEpsilon(body, epsilon) } satisfies Architecture)
    const pairs = matched(graph, candidate)
    if (pairs) return { entry, options, folded: !isPlain, graph: candidate, pairs }
  }
  return undefined
}

/** Undefined where another version of this site had the network, or other options for it. */
function likeIn(network: string, options: Options) {
  try {
    return named(network, options)
  } catch {
    return undefined
  }
}

/** Undefined where a family has no such option, or the image is too small for it. */
function optionsFor(id: string, options: Options) {
  try {
    return resolve(id, options)
  } catch {
    return undefined
  }
}

const normalizes = (op: string) => is(op, batchNorm) || is(op, layerNorm)

const is = (op: string, factory: { readonly definition: { readonly name: string } }) =>
  op === factory.definition.name

function countsIn(body: Spec) {
  const ops = opsOf(body)
  return {
    layers: ops.filter(({ op }) => is(op, conv) || is(op, dense)).length,
    norms: ops.filter(({ op }) => is(op, batchNorm)).length,
  }
}

function withEpsilon(body: Spec, epsilon: unknown): Spec {
  if (epsilon === undefined) return body
  return mapOps(body, (op) => (normalizes(op.op) ? { ...op, attrs: { ...op.attrs, epsilon } } : op))
}
