import { graphOf } from '../../../architectures/built'
import type { Options } from '../../../architectures/family'
import type { Graph } from '../../../nn/graph'
import type { Kind } from '../../../ui/look'
import { shapes, side } from './drawings'

export const kinds: readonly Kind[] = ['plain', 'residual', 'dense']

/** Blocks in each stage, at most: 44 layers. */
export const deepest = 7

/** Filters of the first stage: half of what the paper's networks for small images have. */
const width = 8

const input = [side, side, 1] as const
const frame = { stem: 'cifar', input, classes: shapes.length } as const

/** Blocks of two convolutions in each of three stages, without shortcuts or with them (He et al. 2015b, section 4.2). */
function resnet(blocks: number, shortcut: 'none' | 'A', bn: boolean): Graph {
  return graphOf('resnet', { ...frame, width, blocks: [blocks, blocks, blocks], shortcut, bn })
}

/** A dense network with twice as many layers in each block: as many 3×3 convolutions as the residual one has. */
function densenet(blocks: number, growth: number, stem: number): Graph {
  const options: Options = {
    ...frame,
    'stem-width': stem,
    growth,
    blocks: [2 * blocks, 2 * blocks, 2 * blocks],
    bottleneck: false,
    compression: 1,
  }
  return graphOf('densenet', options)
}

const dense = new Map<number, Graph>()

/**
 * The dense network whose parameters are nearest to those of the residual one of this depth: for each growth rate the
 * narrowest stem that gives at least as many, and the one before it.
 */
function matched(blocks: number): Graph {
  const known = dense.get(blocks)
  if (known) return known
  const target = resnet(blocks, 'A', true).totals.trainable
  let best: Graph | undefined
  const off = (graph: Graph) => Math.abs(graph.totals.trainable - target)
  for (let growth = 2; growth <= 12; growth++) {
    let [low, high] = [4, 64]
    while (low < high) {
      const middle = (low + high) >> 1
      if (densenet(blocks, growth, middle).totals.trainable < target) low = middle + 1
      else high = middle
    }
    for (const stem of [low - 1, low]) {
      if (stem < 4) continue
      const graph = densenet(blocks, growth, stem)
      if (!best || off(graph) < off(best)) best = graph
    }
  }
  dense.set(blocks, best!)
  return best!
}

/**
 * A plain network and a residual one with ways around its blocks that cost no parameter (option A).
 * @param blocks blocks of two convolutions in each of the three stages
 */
export const pairOf = (blocks: number, bn: boolean): Readonly<Record<'plain' | 'residual', Graph>> => ({
  plain: resnet(blocks, 'none', bn),
  residual: resnet(blocks, 'A', bn),
})

/**
 * The three networks of a depth; the dense family has no variant without batch normalization, so without it there are
 * two.
 * @param blocks blocks of two convolutions in each of the three stages
 */
export function networksOf(blocks: number, bn: boolean): Readonly<Partial<Record<Kind, Graph>>> {
  const two = pairOf(blocks, bn)
  return bn ? { ...two, dense: matched(blocks) } : two
}
