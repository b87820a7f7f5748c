import type { CSSProperties } from 'react'
import { count } from '../../../ui/format'
import type { Head, lastChannel } from './heads'
import { Waiting } from './Waiting'

interface Props {
  readonly channel: ReturnType<typeof lastChannel>
  readonly head: Head
  readonly isDropped: boolean
  readonly onDrop: (isDropped: boolean) => void
}

/** One channel of the last map, cell by cell, and the values that the last layer reads of it. */
export function Channel({ channel, head, isDropped, onDrop }: Props) {
  const { channels, height, width, values, weights } = channel
  const state = isDropped ? 'dropped' : undefined
  const many = `${count(values)} ${values === 1 ? 'value' : 'values'}`
  return (
    <div className="head-channel">
      <Cells className="head-map" columns={width} cells={height * width} state={state} />
      <span aria-hidden>→</span>
      <div className="head-gone">
        <Cells className="head-read" columns={values} cells={values} state={state} />
        <label>
          <input type="checkbox" checked={isDropped} onChange={() => onDrop(!isDropped)} /> drop one of the{' '}
          {count(channels)} channels
        </label>
        <p role="status">
          {isDropped ? 'Gone: ' : `Of each ${height}×${width} map: `}
          <Waiting head={head}>
            {isDropped
              ? `${many} and ${values === 1 ? 'its' : 'their'} ${count(weights)} weights`
              : `${many}, ${count(weights)} weights`}
          </Waiting>
          .
        </p>
      </div>
    </div>
  )
}

interface CellsProps {
  readonly className: string
  readonly columns: number
  readonly cells: number
  readonly state?: string
}

function Cells({ className, columns, cells, state = '' }: CellsProps) {
  return (
    <span className={`${className} ${state}`} style={{ '--columns': columns } as CSSProperties} aria-hidden>
      {Array.from({ length: cells }, (_, i) => (
        <i key={i} />
      ))}
    </span>
  )
}
