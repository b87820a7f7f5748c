import './table-one.css'
import { Hunt } from './Hunt'
import { Table } from './Table'
import type { LabProps } from '../../index'

/** Table 1 of GoogLeNet: every number of it can be counted; with `hunt`, its rows are tested without counting. */
export function Lab({ with: given }: LabProps) {
  return given.hunt ? <Hunt /> : <Table />
}
