import type { Mark } from '../../diagram/look'
import { type Diff, diff, type Side } from '../../nn/diff'
import { differences, type Entry } from '../../nn/differences'
import type { Graph, GraphNode } from '../../nn/graph'
import { type DepthStep, depthSteps } from '../../nn/steps'
import { ancestorsOf } from '../state/network'
import type { Intent } from '../state/intent'

/** What follows from two networks, for every part of the page that compares them. */
export interface Comparison {
  readonly diff: Diff
  readonly entries: readonly Entry[]
  readonly steps: readonly DepthStep[]
  readonly marks: { readonly left: ReadonlyMap<string, Mark>; readonly right: ReadonlyMap<string, Mark> }
}

const known = new WeakMap<Graph, WeakMap<Graph, Comparison>>()

/** The same value for the same two graphs. */
export function comparisonOf(left: Graph, right: Graph): Comparison {
  const found = known.get(left)?.get(right)
  if (found) return found
  const of = diff(left, right)
  const comparison: Comparison = {
    diff: of,
    entries: differences(of),
    steps: depthSteps(of),
    marks: { left: marksOf(of.left, 'removed'), right: marksOf(of.right, 'added') },
  }
  if (!known.has(left)) known.set(left, new WeakMap())
  known.get(left)!.set(right, comparison)
  return comparison
}

/** A mark for all that differs, the network itself excepted. */
function marksOf(side: Side, only: Mark): ReadonlyMap<string, Mark> {
  return new Map(
    [...side.status]
      .filter(([id, status]) => id !== '' && status !== 'same')
      .map(([id, status]): [string, Mark] => [id, status === 'only' ? only : 'changed']),
  )
}

/** What a slide shows first where there is room for one: the one with parts that the other lacks, or else the left. */
export function newerOf({ left, right }: Diff): 'left' | 'right' {
  const hasOwn = ({ status }: Side) => [...status.values()].includes('only')
  return hasOwn(right) && !hasOwn(left) ? 'right' : 'left'
}

/** What the reader sees of both networks: partners are open, selected and lit together. */
export type Exploration = Pick<Intent, 'expanded' | 'selected' | 'besideOpen' | 'besideNode'>

/** Groups that are open on the right: partners of the open ones on the left, and what only the right has. */
export function openBeside(
  { left }: Diff,
  { expanded, besideOpen }: Pick<Exploration, 'expanded' | 'besideOpen'>,
): ReadonlySet<string> {
  const partners = [...expanded].flatMap((id) => left.partner.get(id) ?? [])
  return new Set([...partners, ...besideOpen])
}

/** The nodes of either network that are meant: a group stands for what leaves it. */
export function nodesAt(
  of: Diff,
  chosen: readonly [left: string | null | undefined, right: string | null | undefined],
): readonly [left: GraphNode | undefined, right: GraphNode | undefined] {
  const nodeOf = (side: 'left' | 'right', id: string | null | undefined) => {
    if (id === null || id === undefined) return undefined
    const { graph } = of[side]
    const kind = graph.has(id)
    return kind === 'group' ? graph.node(graph.group(id).output) : kind && graph.node(id)
  }
  return [nodeOf('left', chosen[0]), nodeOf('right', chosen[1])]
}

/** What is selected on the right. */
export function selectedBeside({ left }: Diff, { selected, besideNode }: Exploration): string | null {
  return selected === null ? besideNode : (left.partner.get(selected) ?? null)
}

/** Selects on the left, or what only the right has; whatever holds it is open. */
export function withSelected(
  of: Diff,
  side: 'left' | 'right',
  id: string,
  before: Exploration,
): Partial<Exploration> {
  const partner = side === 'right' ? of.right.partner.get(id) : id
  if (partner !== undefined)
    return {
      selected: partner,
      besideNode: null,
      expanded: new Set([...before.expanded, ...ancestorsOf(of.left.graph, partner)]),
      besideOpen: alsoOpen(of, before, side === 'right' ? id : of.left.partner.get(id)),
    }
  const held = ancestorsOf(of.right.graph, id).flatMap((group) => of.right.partner.get(group) ?? [])
  return {
    selected: null,
    besideNode: id,
    expanded: new Set([...before.expanded, ...held]),
    besideOpen: alsoOpen(of, before, id),
  }
}

/** What holds a node on the right and has no partner that would open it. */
function alsoOpen(of: Diff, before: Exploration, id: string | undefined): ReadonlySet<string> {
  const lonely =
    id === undefined
      ? []
      : ancestorsOf(of.right.graph, id).filter(
          (group) => !of.right.partner.has(group) && !before.besideOpen.has(group),
        )
  return lonely.length === 0 ? before.besideOpen : new Set([...before.besideOpen, ...lonely])
}

/** Opens or closes a group of the right, and selects it; its partner does the same. */
export function withToggled(of: Diff, group: string, before: Exploration): Partial<Exploration> {
  const partner = of.right.partner.get(group)
  const isOpen = openBeside(of, before).has(group)
  const inside = (at: string, id: string) => id === at || id.startsWith(`${at}/`)
  const besideOpen = new Set([...before.besideOpen].filter((id) => !inside(group, id)))
  const expanded = new Set([...before.expanded].filter((id) => partner === undefined || !inside(partner, id)))
  if (!isOpen) {
    if (partner === undefined) besideOpen.add(group)
    else expanded.add(partner)
  }
  return { expanded, besideOpen, selected: partner ?? null, besideNode: partner === undefined ? group : null }
}
