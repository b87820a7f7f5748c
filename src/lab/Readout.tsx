import type { ReactNode } from 'react'

/** Numbers that follow from the controls, by name; said aloud when they change. */
export function Readout({
  values,
  stacked = false,
}: {
  readonly values: readonly (readonly [name: ReactNode, value: ReactNode])[]
  /** Below one another instead of side by side. */
  readonly stacked?: boolean
}) {
  return (
    <div role="status">
      <dl className={stacked ? 'lab-readout stacked' : 'lab-readout'}>
        {values.map(([name, value], i) => (
          <div key={i}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
