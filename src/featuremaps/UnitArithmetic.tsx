import { type ReactNode, useMemo, useState } from 'react'
import type { Arithmetic, Unit } from '../nn/unit'
import { count } from '../ui/format'
import type { Scale } from './colour'
import { Equation } from './Equation'
import { PatchCard } from './PatchCard'
import type { Source } from './source'
import { strongestFirst } from './terms'
import { UnitRows } from './UnitRows'
import { Legends, scalesOf } from './UnitScales'
import './unit.css'

interface Props {
  readonly arithmetic: Arithmetic
  readonly sources: readonly Source[]
  /** In which the values that are read are drawn on their maps. */
  readonly scale: Scale
  /** Leads to the value of an input. */
  readonly onStep: (input: number, unit: Unit) => void
  /** What becomes of the value, below the sum. */
  readonly children?: ReactNode
}

/** Windows that are drawn at first, rows that are listed at first, and how many more at a time. */
const windowsAtFirst = 4
const windowsMore = 16
const rowsAtFirst = 12
const rowsMore = 100

/** How one value comes about: the sum in large type, and below it every window, kernel and product it is made of. */
export function UnitArithmetic({ arithmetic, sources, scale, onStep, children }: Props) {
  const [more, setMore] = useState(0)
  const { patches } = arithmetic
  const ordered = useMemo(
    () => (sources.length > 1 ? patches : strongestFirst(patches)),
    [patches, sources.length],
  )
  const isList = patches.every(({ rows, columns }) => rows * columns === 1)
  const [first, step] = isList ? [rowsAtFirst, rowsMore] : [windowsAtFirst, windowsMore]
  const shown = ordered.slice(0, first + more)
  const scales = useMemo(() => scalesOf(patches, scale), [patches, scale])
  const left = ordered.length - shown.length
  return (
    <div className="unit-arithmetic">
      <Equation arithmetic={arithmetic} ordered={ordered} sources={sources} />
      {children}
      {patches.length > 0 && (
        <section className="unit-patches" aria-label="Where it comes from">
          <div className="unit-patches-head">
            <h3>
              {isList ? 'The values' : patches.length === 1 ? 'The window' : 'The windows'}
              {sources.length === 1 && ordered.length > 1 && ', the strongest first'}
            </h3>
            <p className="small-text soft">
              Choose a value to see how it was made.
              {patches.some((patch) => patch.cells.some(({ unit }) => unit === null)) &&
                ' Hatched cells are padding.'}
            </p>
          </div>
          {patches.some(({ cells }) => cells.length > 1 || patches.length > 1) && (
            <Legends scales={scales} arithmetic={arithmetic} />
          )}
          {isList ? (
            <UnitRows
              arithmetic={arithmetic}
              shown={shown}
              scales={scales}
              sources={sources}
              onStep={onStep}
            />
          ) : (
            shown.map((patch) => (
              <PatchCard
                key={`${patch.input} ${patch.channel}`}
                patch={patch}
                arithmetic={arithmetic}
                scales={scales}
                source={sources[patch.input]}
                onStep={(unit) => onStep(patch.input, unit)}
              />
            ))
          )}
          {left > 0 && (
            <button type="button" className="button" onClick={() => setMore(more + step)}>
              Show {left <= step ? `the other ${count(left)}` : `${count(step)} more of ${count(left)}`}
            </button>
          )}
        </section>
      )}
    </div>
  )
}
