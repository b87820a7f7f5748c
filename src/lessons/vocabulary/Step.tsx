import { type ReactNode, useContext, useMemo } from 'react'
import { ShowingContext, StepContext } from '../context'
import type { StepDescription } from '../description'

/** A slide: its prose. The picture is drawn by whoever shows the lesson, from the same description. */
export function Step({ children, ...step }: StepDescription & { readonly children?: ReactNode }) {
  const { lesson, only } = useContext(ShowingContext)
  const key = `${lesson}/${step.id}`
  // A step is what its attributes say, and they are the same at every rendering.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const place = useMemo(() => ({ key, step }), [key])
  if (only !== null && only !== step.id) return null
  return (
    <StepContext value={place}>
      <section className="step" data-step={step.id} aria-label={step.title}>
        <h2 className="step-title" tabIndex={-1}>
          {step.title}
        </h2>
        {children}
      </section>
    </StepContext>
  )
}

/** The lesson's heading; a single slide has its own. */
export function LessonTitle({ children }: { readonly children?: ReactNode }) {
  const { only } = useContext(ShowingContext)
  return only === null ? <h1>{children}</h1> : null
}

/** What the lecturer says and asks; shown only where notes are asked for. */
export function Notes({ children }: { readonly children?: ReactNode }) {
  const { notes } = useContext(ShowingContext)
  return notes ? (
    <aside className="step-notes" aria-label="Notes for the lecturer">
      {children}
    </aside>
  ) : null
}
