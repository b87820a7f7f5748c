import type { Graph, GraphNode } from '../nn/graph'
import { channels, extent, isMap, type Shape } from '../nn/shape'
import type { LayoutView, Legend } from './scene'

/** Thickness of the ribbon with the most channels. */
const thickest = 96

/** A ribbon is never thinner than this. */
const thinnest = 2

/** Few channels are not blown up beyond this many pixels for one, or for the square root of one. */
const largestUnit = { linear: 1, sqrt: 6 } as const

/** Vectors may be this much thicker than the thickest ribbon before they are cut. */
const overflow = 1.15

/** Where channels differ by more than this factor, linear ribbons would vanish beside each other. */
const wide = 24

/** Side of the largest face and of the smallest. */
const face = { largest: 48, smallest: 6 } as const

export interface Scale {
  /** Thickness of a ribbon. */
  thickness(channels: number): number
  /** Face of a tensor and its depth. */
  tensor(shape: Shape): { readonly height: number; readonly width: number; readonly depth: number }
  readonly legend: Omit<Legend, 'signs'>
}

/** One scale for the whole network, whatever of it is open, and for the one beside it. */
export function createScale(graph: Graph, { scale: wanted = 'auto', beside }: Partial<LayoutView>): Scale {
  const nodes = beside ? [...graph.nodes, ...beside.nodes] : graph.nodes
  const counts = nodes.filter(shows).map((node) => channels(node.shape))
  const most = Math.max(...counts)
  const kind = wanted === 'auto' ? (most / Math.min(...counts) > wide ? 'sqrt' : 'linear') : wanted
  const curve = kind === 'sqrt' ? Math.sqrt : (value: number) => value
  const unit = Math.min(thickest / curve(most), largestUnit[kind])
  const limit = unit * curve(most) * overflow
  const thickness = (count: number) => Math.min(limit, Math.max(thinnest, unit * curve(count)))
  const tallest = Math.max(...nodes.flatMap((node) => extent(node.shape)))
  const side = (length: number) => Math.max(face.smallest, face.largest * Math.sqrt(length / tallest))
  const cut = kind === 'sqrt' ? (limit / unit) ** 2 : limit / unit
  return {
    thickness,
    tensor: (shape) => ({
      height: side(extent(shape)[0]),
      width: side(extent(shape)[1]),
      depth: 2 + 6 * Math.min(1, Math.sqrt(channels(shape) / most)),
    }),
    legend: {
      scale: kind,
      samples: samplesOf(counts).map((count) => ({ channels: count, px: thickness(count) })),
      cut: nodes.some((node) => channels(node.shape) > cut) ? Math.floor(cut) : null,
    },
  }
}

/** A flattened map is as long as the whole map; it must not make everything else a thread. */
function shows(node: GraphNode): boolean {
  return isMap(node.shape) || node.family === 'dense' || node.family === 'output'
}

/** A number of channels that occurs and is neither the smallest nor the largest. */
function samplesOf(counts: readonly number[]): readonly number[] {
  const sorted = [...new Set(counts)].sort((a, b) => a - b)
  const most = sorted[sorted.length - 1]
  return [sorted.find((count) => count >= most / 8) ?? most]
}
