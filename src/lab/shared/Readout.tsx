import type { ReactNode } from 'react'

/** Numbers that follow from the controls, by name; said aloud when they change. */
export function Readout({
  values,
  stacked = false,
  quiet = false,
}: {
  readonly values: readonly (readonly [name: ReactNode, value: ReactNode])[]
  /** Below one another instead of side by side. */
  readonly stacked?: boolean
  /** Not said aloud, as while something plays. */
  readonly quiet?: boolean
}) {
  return (
    <div role="status" aria-live={quiet ? 'off' : undefined}>
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
