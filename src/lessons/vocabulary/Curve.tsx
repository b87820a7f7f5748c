import type { ComponentProps } from 'react'
import type { RunCurves } from '../../recorded/RunCurves'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'

// Charts weigh more than all lessons together; no slide waits for them.
const curves = loadable(() => import('../../recorded/RunCurves').then((m) => m.RunCurves))

/** Curves of recorded runs, fetched when a slide has some. */
export function Curve(props: Omit<ComponentProps<typeof RunCurves>, 'waiting'>) {
  return (
    <Part
      name="The chart"
      of={curves}
      with={props}
      waiting={
        <p className="soft" aria-busy>
          Loading the recorded runs…
        </p>
      }
    />
  )
}
