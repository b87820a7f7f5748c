import { type ComponentProps, lazy, Suspense } from 'react'

// Charts weigh more than all lessons together; no slide waits for them.
const RunCurves = lazy(() => import('../../recorded/RunCurves').then((m) => ({ default: m.RunCurves })))

/** Curves of recorded runs, fetched when a slide has some. */
export function Curve(props: ComponentProps<typeof RunCurves>) {
  return (
    <Suspense
      fallback={
        <p className="soft" aria-busy>
          Loading the recorded runs…
        </p>
      }
    >
      <RunCurves {...props} />
    </Suspense>
  )
}
