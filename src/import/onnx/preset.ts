import { type Entry, presets, resolve } from '../../architectures'
import type { Options } from '../../architectures/family'
import { build } from '../../nn/build'
import type { Graph, NodeId } from '../../nn/graph'
import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { batchNorm } from '../../nn/ops/normalization'
import type { Architecture, Spec } from '../../nn/spec'
import { breathe } from '../breathe'
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

/** The preset that a network is, with any number of classes and any size of image; undefined where it is none. */
export async function presetOf(graph: Graph): Promise<Recognised | undefined> {
  const wanted = countsIn(graph.architecture.body)
  const output = graph.nodes.findLast(({ weights }) => 'kernel' in weights)
  if (!output || graph.issues.length > 0) return undefined
  const classes = output.shape.at(-1)!
  const epsilon = graph.nodes.find(({ op }) => is(op, batchNorm))?.attrs.epsilon
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

/** Undefined where a family has no such option, or the image is too small for it. */
function optionsFor(id: string, options: Options) {
  try {
    return resolve(id, options)
  } catch {
    return undefined
  }
}

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
  return mapOps(body, (op) => (is(op.op, batchNorm) ? { ...op, attrs: { ...op.attrs, epsilon } } : op))
}
