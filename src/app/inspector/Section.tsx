import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  /** The figure that the section explains. */
  readonly value?: string
  readonly children: ReactNode
}

/** A titled part of the inspector; its one number stands beside the title, so that skimming is enough. */
export function Section({ title, value, children }: Props) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <h3 id={id}>
        <span>{title}</span>
        {value !== undefined && <span className="section-value">{value}</span>}
      </h3>
      {children}
    </section>
  )
}
