import { Fragment, type ReactNode, useContext, useMemo } from 'react'
import { ShowingContext, StepContext } from '../context'
import { slideOf } from '../course'
import { mixed } from '../description'

interface Props {
  /** The slides whose ideas it takes, of this lesson and of earlier ones: `shapes/tensor parameters/count-a-layer`. */
  readonly of: string
  readonly children?: ReactNode
}

/** How a lesson ends on a page: what the page has to say, and one harder question that mixes what came before. */
export function Mixed({ of, children }: Props) {
  const { lesson, only, end } = useContext(ShowingContext)
  const place = useMemo(() => ({ key: `${lesson}/${mixed.id}`, step: mixed }), [lesson])
  if (only !== null) return null
  const taken = of.split(/\s+/).flatMap((key) => slideOf(key) ?? [])
  return (
    <>
      {end}
      <StepContext value={place}>
        <section className="mixed-question" data-step-end={mixed.id} aria-labelledby="mixed-question">
          <h2 id="mixed-question">{mixed.title}</h2>
          {children}
          <p className="soft small-text">
            Builds on{' '}
            {taken.map(({ key, step }, i) => (
              <Fragment key={key}>
                {i > 0 && ' · '}
                <a className="link" href={`#/course/${key}`}>
                  {step.title}
                </a>
              </Fragment>
            ))}
          </p>
        </section>
      </StepContext>
    </>
  )
}
