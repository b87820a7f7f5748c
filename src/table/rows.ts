import type { Family } from '../nn/op'
import type { Graph, GraphNode, Group, Issue } from '../nn/graph'
import { type Hidden, type HiddenNumbers, isHidden } from '../nn/hidden'
import { isIncomplete, quantities, type QuantityId, quantityIds } from '../nn/quantities'
import { verdict } from '../nn/misfit'
import { type Shape, volume } from '../nn/shape'
import { isGroup, stagesOf } from '../nn/summary'
import { withoutFilters } from '../nn/unknown'
import { nextOrder, ordered } from './order'
import type { Column, Sort, TableLevel } from './sort'

/** What a lecture speaks of, where a table has half of a slide. */
export const briefColumns = ['name', 'output', 'parameters', 'macs'] as const satisfies readonly Column[]

export type Values = Readonly<Record<QuantityId, number | null>>

export interface Row {
  readonly id: string
  /** A layer's whole path, because its name alone repeats. */
  readonly name: string
  readonly kind: string
  /** Of a layer; a group has layers of many. */
  readonly family: Family | null
  readonly shape: Shape
  /** Height × width of the receptive field in pixels; empty where there is none. */
  readonly field: string
  readonly values: Values
  /** Whether what adds up is a lower bound, because something inside does not fit. */
  readonly incomplete: boolean
  /** Why it does not fit, as a sentence; of a group, what is wrong inside. */
  readonly issue?: string
  /** What of its numbers waits for an answer. */
  readonly hides?: Hidden
}

const none: HiddenNumbers = new Map()

/** The input and then every part in the network's order; disjoint, so that their sum is the network. */
export function rowsOf(graph: Graph, level: TableLevel, hidden: HiddenNumbers = none): readonly Row[] {
  const parts = level === 'layers' ? graph.nodes : [graph.node(graph.input), ...stagesOf(graph)]
  const issues = new Map<string, Issue>()
  for (const issue of graph.issues) if (!issues.has(issue.node)) issues.set(issue.node, issue)
  return parts.map((part) => ({
    id: part.id,
    name: level === 'layers' ? part.id : part.name,
    kind: hidden.get(part.id) === 'all' && !isGroup(part) ? withoutFilters(part.label) : kindOf(part),
    family: isGroup(part) ? null : part.family,
    shape: part.shape,
    field: part.id === graph.input ? '' : part.receptiveField.map((reach) => reach.size).join('×'),
    values: valuesOf((id) => quantities[id].of(graph, part.id)),
    incomplete: isIncomplete(part),
    issue: isGroup(part) ? issueInside(part, issues) : sentence(issues.get(part.id)),
    hides: hidden.get(part.id),
  }))
}

function valuesOf(value: (id: QuantityId) => number | null): Values {
  return Object.fromEntries(quantityIds.map((id) => [id, value(id)])) as Record<QuantityId, number | null>
}

function kindOf(part: GraphNode | Group): string {
  if (!isGroup(part)) return part.label
  return `${part.level}, ${part.nodes.length} ${part.nodes.length === 1 ? 'operation' : 'operations'}`
}

function sentence(issue: Issue | undefined): string | undefined {
  return issue && `${verdict(issue.unknown)}: ${issue.message}.`
}

function issueInside(group: Group, issues: ReadonlyMap<string, Issue>): string | undefined {
  const [first, ...others] = group.nodes.filter((id) => issues.has(id))
  if (first === undefined) return undefined
  const more = others.length === 0 ? '' : ` ${others.length} more inside.`
  const issue = issues.get(first)!
  return `${verdict(issue.unknown)}: ${first}: ${issue.message}.${more}`
}

/** The sums of the rows, whichever they are; null for what does not add up, such as receptive fields. */
export function sumOf(rows: readonly Row[]): Values {
  return valuesOf((id) =>
    quantities[id].adds ? rows.reduce((sum, row) => sum + (row.values[id] ?? 0), 0) : null,
  )
}

/** By a column, ties and no sort in the network's order; what has no value comes last either way. */
export function sorted(rows: readonly Row[], sort: Sort | null): readonly Row[] {
  if (sort === null) return rows
  const { column, descending } = sort
  const value = (row: Row) => {
    if (isWords(column)) return row[column]
    if (isHidden(row.hides, column)) return null
    return column === 'output' ? volume(row.shape) : row.values[column]
  }
  return ordered(rows, value, descending)
}

const isWords = (column: Column): column is 'name' | 'kind' => column === 'name' || column === 'kind'

/** What the next click on a column's head means. */
export function nextSort(sort: Sort | null, column: Column): Sort | null {
  return nextOrder(sort, column, isWords(column))
}

/** Whether a node or group is the other, or lies inside it. */
export function isWithin(id: string, other: string): boolean {
  return id === other || id.startsWith(`${other}/`)
}

/** Where a node or group stands: in its own row, in that of the stage around it, or at its first layer; else −1. */
export function placeOf(rows: readonly Row[], id: string | null): number {
  if (id === null) return -1
  const around = rows.findIndex((row) => isWithin(id, row.id))
  return around === -1 ? rows.findIndex((row) => isWithin(row.id, id)) : around
}
