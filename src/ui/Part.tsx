import { type ReactNode, Suspense, useCallback, useEffect } from 'react'
import { askAgain } from './askAgain'
import { ErrorBoundary } from './ErrorBoundary'
import { type Loadable, Unreachable } from './loadable'
import { Problem } from './Problem'

interface Props<Given extends object> {
  /** As in "The figure". */
  readonly name: string
  readonly of: Loadable<Given>
  readonly with: Given
  /** What stands there until it has come. */
  readonly waiting?: ReactNode
  /** What it shows; of something else it may well not break. */
  readonly about?: string
  /** Where it can be closed, so can the sentence in its place. */
  readonly onClose?: () => void
  /** What stands around the sentence, where it has no page around it. */
  readonly around?: (problem: ReactNode) => ReactNode
}

/** A part of the page that has a file of its own. When it does not come or breaks, it says so and the rest stays. */
export function Part<Given extends object>({
  name,
  of,
  with: given,
  waiting,
  about,
  onClose,
  around = (problem) => problem,
}: Props<Given>) {
  return (
    <ErrorBoundary
      about={about}
      instead={(error, again) => around(<Failed {...{ name, of, error, again, onClose }} />)}
    >
      <Suspense fallback={waiting}>
        <Current of={of} with={given} />
      </Suspense>
    </ErrorBoundary>
  )
}

/** What is there of it by now: after a second try another component than at the first. */
function Current<Given extends object>({ of, with: given }: Pick<Props<Given>, 'of' | 'with'>) {
  const Loaded = of.current
  return <Loaded {...given} />
}

interface FailedProps extends Pick<Props<never>, 'name' | 'onClose'> {
  readonly of: Pick<Loadable<never>, 'load' | 'forgetFailure'>
  readonly error: Error
  readonly again: () => void
}

function Failed({ name, of, error, again, onClose }: FailedProps) {
  const isUnreachable = error instanceof Unreachable
  const retry = useCallback(() => void askAgain(of.load).then(again, again), [of, again])
  // Whoever leaves and comes back asks anew, and so does a connection that returns.
  useEffect(() => {
    if (!isUnreachable) return
    of.forgetFailure()
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [of, isUnreachable, retry])
  return (
    <Problem onRetry={isUnreachable ? retry : again} onClose={onClose}>
      {isUnreachable ? (
        `${name} could not be loaded; is the site still reachable?`
      ) : (
        <>
          {name} ran into an error: <q>{error.message}</q>
        </>
      )}
    </Problem>
  )
}
