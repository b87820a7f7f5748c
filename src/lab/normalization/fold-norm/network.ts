import type { Graph, GraphNode } from '../../../nn/graph'
import { opOf } from '../../../nn/ops'
import { channels, volume } from '../../../nn/shape'
import { trainable } from '../../../nn/totals'
import { plan } from '../../../runtime/plan'

/** A normalization with what becomes of it. */
export interface Fold {
  /** The layer that takes it in, or the normalization itself where none can. */
  readonly name: string
  /** Whether a layer before it takes it in. */
  readonly folds: boolean
  /** γ and β of the normalization. */
  readonly gammaBeta: number
  /** Biases that the layer gains; 0 where it had them, or where nothing is folded. */
  readonly biases: number
  /** Trained numbers of layer and normalization, before and after. */
  readonly before: number
  readonly after: number
  /** Multiplications, one for each value of the map, that a single image is spared. */
  readonly spared: number
}

/** A stage of a network with its normalizations. */
interface FoldedPart {
  readonly name: string
  readonly folds: readonly Fold[]
  /** Trained parameters before and after. */
  readonly before: number
  readonly after: number
}

/** The stages of a network, and what folding does to each normalization, as the page folds them when it runs. */
export function foldedParts(graph: Graph): readonly FoldedPart[] {
  const folds = new Map<string, Fold>()
  for (const { first, folded } of plan(graph, new Set())) {
    for (const norm of folded) folds.set(norm.id, foldOf(first, norm))
    if (opOf(first).affine) folds.set(first.id, keptOf(first))
  }
  return graph.groups
    .filter(({ level, totals }) => level === 'stage' && totals.trainable > 0)
    .map(({ id, name, nodes, totals }) => {
      const inside = nodes.flatMap((node) => {
        const fold = folds.get(node)
        return fold ? [{ ...fold, name: fold.name.slice(id.length + 1) }] : []
      })
      return {
        name,
        folds: inside,
        before: totals.trainable,
        after: totals.trainable - sum(inside, ({ before, after }) => before - after),
      }
    })
}

/** Counts of all stages together. */
export function foldedTotals(parts: readonly FoldedPart[]) {
  const folds = parts.flatMap((part) => part.folds)
  const taken = folds.filter((fold) => fold.folds)
  return {
    before: sum(parts, ({ before }) => before),
    after: sum(parts, ({ after }) => after),
    gammaBeta: sum(taken, ({ gammaBeta }) => gammaBeta),
    biases: sum(taken, ({ biases }) => biases),
    spared: sum(taken, ({ spared }) => spared),
    taken: taken.length,
    all: folds.length,
  }
}

function foldOf(layer: GraphNode, norm: GraphNode): Fold {
  const gammaBeta = norm.params.batchNorm
  const biases = layer.params.biases > 0 ? 0 : channels(layer.shape)
  const before = trainable(layer.params) + gammaBeta
  return {
    name: layer.id,
    folds: true,
    gammaBeta,
    biases,
    before,
    after: before - gammaBeta + biases,
    spared: volume(norm.shape),
  }
}

function keptOf(norm: GraphNode): Fold {
  const own = norm.params.batchNorm
  return { name: norm.id, folds: false, gammaBeta: own, biases: 0, before: own, after: own, spared: 0 }
}

function sum<T>(of: readonly T[], value: (one: T) => number): number {
  return of.reduce((total, one) => total + value(one), 0)
}
