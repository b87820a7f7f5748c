import { Children, Fragment, isValidElement, type ReactNode, useContext, useMemo } from 'react'
import { ShowingContext, StepContext } from '../context'
import type { StepDescription } from '../description'

/** A slide: its prose. The picture is drawn by whoever shows the lesson, from the same description. */
export function Step({ children, ...step }: StepDescription & { readonly children?: ReactNode }) {
  const { lesson, only, figure } = useContext(ShowingContext)
  const key = `${lesson}/${step.id}`
  // A step is what its attributes say, and they are the same at every rendering.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const place = useMemo(() => ({ key, step }), [key])
  if (only !== null && only !== step.id) return null
  const learning = step.goal && `You learn to ${step.goal}.`
  return (
    <StepContext value={place}>
      <section className="step" data-step={step.id} data-kind={step.kind} aria-label={step.title}>
        <h2 className="step-title" tabIndex={-1} title={only === null ? undefined : learning}>
          {step.title}
        </h2>
        {only === null && learning && <p className="step-goal">{learning}</p>}
        {figure ? withFigure(children, figure(step, key)) : children}
      </section>
    </StepContext>
  )
}

/**
 * Words with a figure after their first paragraph. On paper a figure that its page has no room for goes to the next one:
 * with the heading alone before it, it would take that along and leave half a page empty.
 */
function withFigure(children: ReactNode, figure: ReactNode): ReactNode {
  const words = Children.toArray(children)
  const first = words.findIndex((part) => isValidElement(part) && part.type !== Brief)
  const begin = words[first]
  const after = isValidElement(begin) && begin.type === 'p' ? first + 1 : 0
  return [...words.slice(0, after), <Fragment key="figure">{figure}</Fragment>, ...words.slice(after)]
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

/** What the slide says in a few words, for a room; shown only where that is asked for. */
export function Brief({ children }: { readonly children?: ReactNode }) {
  const { brief } = useContext(ShowingContext)
  return brief ? <div className="step-brief">{children}</div> : null
}

/** How a module begins, before its first slide: the problem that made people invent what it is about. */
export function Why({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return <Frame title={title}>{children}</Frame>
}

/** How a module ends, after its last slide: what remained open, and where the course takes it up. */
export function Unsolved({ children }: { readonly children?: ReactNode }) {
  return <Frame title="What remained unsolved">{children}</Frame>
}

/** Words around the slides of a module; slides themselves do not show them. */
function Frame({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const { only } = useContext(ShowingContext)
  return only === null ? (
    <section className="module-frame" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  ) : null
}
