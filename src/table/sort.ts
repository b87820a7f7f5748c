import { quantityIds } from '../nn/quantities'
import type { OrderBy } from './order'

export const levels = ['stages', 'layers'] as const

/** What a row is: a top-level part of the network, or a layer of it. */
export type TableLevel = (typeof levels)[number]

/** What stands in the panel of the table: its rows, or the network as a program. */
export const panels = [...levels, 'code'] as const

export type Panel = (typeof panels)[number]

export const columns = ['name', 'kind', 'output', ...quantityIds] as const

export type Column = (typeof columns)[number]

export type Sort = OrderBy<Column>

/** `macs`, or `-macs` from the largest down. */
export function writeSort({ column, descending }: Sort): string {
  return `${descending ? '-' : ''}${column}`
}

export function readSort(text: string): Sort | undefined {
  const column = columns.find((each) => each === text.replace(/^-/, ''))
  return column && { column, descending: text.startsWith('-') }
}
