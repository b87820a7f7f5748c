import './table-one.css'
import { Hunt } from './Hunt'
import { Table } from './Table'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Table 1 of GoogLeNet: every number of it can be counted; with `hunt`, its rows are tested without counting. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  return value.hunt ? <Hunt value={value} onChange={onChange} /> : <Table value={value} onChange={onChange} />
}
