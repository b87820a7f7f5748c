import type { GroupId } from '../nn/graph'
import { channels } from '../nn/shape'
import { pathColours } from './flowIndex'
import type { Pen, Span } from './pen'
import type { Context, Piece } from './piece'

/** How high the line to the next layer rises, and how much higher each further one. */
const rise = { first: 16, further: 9 } as const

/** Part of a box over which its lines leave, and as much over which they arrive. */
const spread = 0.42

/** The layers of a dense block; none where a group is no such block. */
export function denseLayers(c: Context, id: GroupId): readonly GroupId[] {
  return c.graph
    .group(id)
    .children.filter((child) => c.graph.has(child) === 'group' && c.index.kind(child) === 'dense')
}

/** Connections in a dense block of L layers (Huang et al. 2016, section 3): each reads all before it and the input. */
export function linkCount(layers: number): number {
  return (layers * (layers + 1)) / 2
}

/** Every connection of a dense block as a line of its own, above its layers. */
export function withLinks(c: Context, content: Piece, layers: readonly GroupId[]): Piece {
  const height = (between: number) => rise.first + rise.further * (between - 1)
  return {
    ...content,
    above: content.above + height(layers.length) + 8,
    draw(pen, u, v) {
      const spans = new Map<string, Span>()
      content.draw(recording(pen, layers, spans), u, v)
      const tops = layers.map((id) => spans.get(id)!)
      const lift = Math.min(...tops.map((span) => span.v[0]))
      layers.forEach((to, j) => {
        const target = tops[j]
        const width = target.u[1] - target.u[0]
        // The input of the block comes first, then the layers in their order.
        for (let i = 0; i <= j; i++) {
          const from = i === 0 ? null : layers[i - 1]
          const source = i === 0 ? null : tops[i - 1]
          const leaves = source
            ? {
                u:
                  source.u[1] -
                  ((source.u[1] - source.u[0]) * spread * (j - i + 1)) / (layers.length - i + 1),
                v: source.v[0],
              }
            : { u, v: v - 1 }
          const arrives = { u: target.u[0] + (width * spread * (i + 1)) / (j + 2), v: target.v[0] }
          const over = Math.min(leaves.v, arrives.v) - lift
          pen.bow(leaves, arrives, height(j - i + 1) + over, {
            id: `link ${from ?? 'input'} ${to}`,
            kind: 'link',
            path: i === 0 ? null : (i - 1) % pathColours,
            channels: channels(c.graph.group(from ?? to).shape),
            from: from ?? c.graph.group(layers[0]).input,
            to,
          })
        }
      })
    },
  }
}

/** A pen that remembers where the boxes of some groups were drawn. */
function recording(pen: Pen, ids: readonly string[], spans: Map<string, Span>): Pen {
  return {
    ...pen,
    box(span, line, spec, segments) {
      if (ids.includes(spec.id)) spans.set(spec.id, span)
      pen.box(span, line, spec, segments)
    },
  }
}
