import { type ReactNode, Suspense } from 'react'
import { askAgain } from '../../ui/askAgain'
import { type Loadable, Unreachable } from '../../ui/loadable'
import { Problem } from '../../ui/Problem'
import { ErrorBoundary } from './ErrorBoundary'

interface Props<Given extends object> {
  /** As in "The figure". */
  readonly name: string
  readonly of: Loadable<Given>
  readonly with: Given
  /** What stands there until it has come. */
  readonly waiting?: ReactNode
}

/** A part of the page that has a file of its own. When it does not come or breaks, it says so and the rest stays. */
export function Part<Given extends object>({ name, of, with: given, waiting }: Props<Given>) {
  return (
    <ErrorBoundary
      instead={(error, again) => (
        <Problem onRetry={() => void askAgain(of.load).then(again, again)}>
          {error instanceof Unreachable ? (
            `${name} could not be loaded; is the site still reachable?`
          ) : (
            <>
              {name} met an error of its own: <q>{error.message}</q>
            </>
          )}
        </Problem>
      )}
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
