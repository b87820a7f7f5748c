import type { Flow, GroupId, NodeId } from '../nn/graph'
import { isRolled, rollOf, type Roll } from '../nn/rolls'
import { branch, mannerOf } from './branch'
import { card, rollCard } from './card'
import { denseLayers, linkCount, withLinks } from './denseLinks'
import { plainEdge, tensorEdge } from './edge'
import { itemsOf } from './flowIndex'
import { frame, framePad } from './frame'
import { thicknessOf, type Context, type Piece } from './piece'
import { lineUp, type Part } from './line'
import { wrapped } from './rows'
import { isFollower, unit } from './unit'

/** Between an addition and the activation that follows it. */
const close = 10

/** What stands one after the other, with a tensor between any two. */
export function partsOf(c: Context, items: readonly Flow[]): readonly Part[] {
  const row = rowOf(c, items)
  const parts: Part[] = []
  let last: NodeId | null = null
  let joined = false
  let labelled = false
  const connect = (follower: boolean) => {
    if (last === null || labelled) return
    const piece = follower && joined ? plainEdge(c, last, close) : tensorEdge(c, last)
    parts.push({ piece, kind: 'edge', tensor: last })
  }
  const add = (piece: Piece, end: NodeId, isBranch = false) => {
    parts.push({ piece, kind: 'unit', tensor: end })
    last = end
    joined = isBranch
    labelled = false
  }

  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (item.kind === 'node') {
      const ids = [item.id]
      const small = (id: NodeId) => isFollower(c.graph.node(id))
      for (let next = items[i + 1]; next?.kind === 'node'; next = items[i + 1]) {
        if (!small(next.id) && !ids.every(small)) break
        ids.push(next.id)
        i++
      }
      connect(small(ids[0]))
      add(unit(c, ids), ids[ids.length - 1])
    } else if (item.kind === 'group') {
      connect(false)
      const roll = c.rolls ? rollOf(c.graph, item.id) : undefined
      if (roll && isRolled(roll, c.expanded)) {
        // Its members follow each other without anything between them.
        i += roll.members.length - 1
        add(rollPiece(c, roll, row), c.graph.group(roll.members[roll.members.length - 1]).output)
      } else add(groupPiece(c, item.id, row), c.graph.group(item.id).output)
    } else if (item.kind === 'branch') {
      connect(false)
      const piece = branch(c, {
        flow: item,
        open: true,
        path: (index, inner) => chain(inner, itemsOf(c.graph, item.paths[index])),
      })
      add(piece, item.node, true)
    } else if (item.kind === 'side') {
      connect(false)
      labelled = true
      const inside = itemsOf(c.graph, item.body)
      const name = endOf(c, inside)
      const body = lineUp(c, [
        ...partsOf(c, inside),
        { piece: tensorEdge(c, name), kind: 'edge', tensor: name },
      ])
      const drop = thicknessOf(c, item.source) * 0.7 + 60
      const piece = plainEdge(c, item.source, drop)
      parts.push({ piece, kind: 'side', tensor: item.source, side: { body, source: item.source, name } })
    }
  }
  return parts
}

/** The node whose tensor leaves the last of the items. */
export function endOf(c: Context, items: readonly Flow[]): NodeId {
  const last = items[items.length - 1]
  switch (last.kind) {
    case 'node':
      return last.id
    case 'group':
      return c.graph.group(last.id).output
    case 'branch':
      return last.node
    case 'side':
      return last.source
    case 'seq':
      return endOf(c, last.items)
  }
}

/** What stands one after the other, on one line. */
export function chain(c: Context, items: readonly Flow[]): Piece {
  return lineUp(c, partsOf(c, items))
}

/** Half of the thickest ribbon that enters or leaves a closed group of this row. */
function rowOf(c: Context, items: readonly Flow[]): number {
  const closed = items.flatMap((item) =>
    item.kind === 'group' && !c.expanded.has(item.id) ? c.graph.group(item.id) : [],
  )
  return Math.max(
    0,
    ...closed.flatMap((group) => [group.input, group.output]).map((id) => thicknessOf(c, id) / 2),
  )
}

/** The way around the blocks of a roll stays in sight, as it does around one of them. */
function rollPiece(c: Context, roll: Roll, row: number): Piece {
  const flow = c.index.branchOf(roll.members[0])
  if (!flow || mannerOf(flow) !== 'skip') return rollCard(c, roll, row)
  return branch(c, {
    flow,
    open: false,
    path: (index, inner, main) => (index === main ? rollCard(inner, roll, row) : null),
  })
}

function groupPiece(c: Context, id: GroupId, row: number): Piece {
  if (c.expanded.has(id)) {
    const inner = { ...c, depth: c.depth + 1, line: c.line - 2 * framePad, rest: c.text }
    const parts = partsOf(inner, itemsOf(c.graph, c.index.body(id)))
    const layers = c.links === 'all' ? denseLayers(c, id) : []
    if (layers.length > 1) {
      const note = `${layers.length} layers, ${layers.length} · ${layers.length + 1} / 2 = ${linkCount(layers.length)} connections`
      return frame(c, id, withLinks(inner, lineUp(inner, parts), layers), note)
    }
    return frame(c, id, wrapped(inner, parts, c.graph.group(id).input))
  }
  const flow = c.graph.group(id).level === 'block' ? c.index.branchOf(id) : undefined
  const manner = flow && mannerOf(flow)
  if (!flow || manner === 'lanes') return card(c, id, row)
  // The way around a closed block stays in sight.
  return branch(c, {
    flow,
    open: false,
    path: (index, inner, main) => {
      if (manner === 'dense') return card(inner, id, 0, c.graph.node(flow.node).inputs[index])
      return index === main ? card(inner, id, row) : null
    },
  })
}
