import { amounts, fullSize, runs, shifts, transfers } from 'virtual:runs'
import { useEffect, useMemo, useRef } from 'react'
import { Curves, type Series } from '../../recorded/Curves'
import type { History } from '../../recorded/history'
import { lineOf } from '../../recorded/kind'
import { namesOf } from '../../recorded/names'
import { PlainHeader } from '../page/PlainHeader'
import { usePlaceOfVisit } from '../page/placeOfVisit'
import { useHead } from '../page/useHead'
import { datasets } from '../../recorded/datasets'
import { Amount, Transfer } from './ByImages'
import { groupsOf, variantsOf } from './history'
import { FigureTool } from '../save/FigureTool'
import { FullSize } from './FullSize'
import './measured.css'
import { RunDetails } from './RunDetails'
import { Shift } from './Shift'
import { Zoo } from './Zoo'

function testErrors(runs: readonly History[]): readonly Series[] {
  const names = namesOf(runs)
  return runs.map((run, i) => ({
    name: names[i],
    values: run.epochs.map((each) => each.testError),
    of: lineOf(run),
  }))
}

/** Every training that was recorded for this site: figures, curves, and how to repeat it. */
export function Measured() {
  const title = useRef<HTMLHeadingElement>(null)
  usePlaceOfVisit()
  useHead(
    'What we measured · Layerwise',
    'Every training behind this site: curves, errors, recipes, seeds, and the command that repeats it.',
  )
  const zoo = useRef<HTMLElement>(null)
  useEffect(() => title.current!.focus({ preventScroll: true }), [])
  const groups = useMemo(() => groupsOf(runs), [])
  const whole = useMemo(() => runs.filter(({ run }) => run.classes.length === 0 && run.each === null), [])
  const compared = useMemo(() => testErrors(whole.filter(({ run }) => run.ships)), [whole])
  const variants = useMemo(
    () => variantsOf(whole).map((runs) => ({ title: runs[0].title, series: testErrors(runs) })),
    [whole],
  )
  return (
    <div className="measured">
      <PlainHeader />
      <main>
        <h2 ref={title} tabIndex={-1}>
          What we measured
        </h2>
        <p>
          Every network here was trained for this site, from the same description as its picture, on{' '}
          {datasets.cifar10.photographs} (<cite>{datasets.cifar10.source}</cite>) or on full-size photographs
          (<cite>{datasets.imagenette.source}</cite>). Results that contradict a paper are shown as measured.
        </p>
        {runs.length === 0 && <p className="soft">No run is recorded yet.</p>}
        {whole.length > 0 && (
          <section ref={zoo} aria-labelledby="zoo-title">
            <div className="measured-head">
              <h3 id="zoo-title">Models</h3>
              <FigureTool figure={() => zoo.current} title="Models trained for Layerwise" name="models" />
            </div>
            <Zoo runs={whole} />
            <h3>Test error by epoch</h3>
            <Curves series={compared} quantity="test error" label="Test error of every model by epoch" />
            {variants.map(({ title, series }) => (
              <div key={title}>
                <h3>{title} by other recipes</h3>
                <Curves
                  series={series}
                  quantity="test error"
                  label={`Test error of ${title} by epoch and recipe`}
                />
              </div>
            ))}
          </section>
        )}
        {fullSize.length > 0 && <FullSize runs={fullSize} />}
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3>
              {group.title} <span className="soft">({group.runs.length})</span>
            </h3>
            {group.runs.map((history, i) => (
              <RunDetails key={history.run.name} history={history} name={group.names[i]} />
            ))}
          </section>
        ))}
        {transfers.map((report) => (
          <Transfer key={`${report.title} ${report.date}`} report={report} />
        ))}
        {amounts.map((report) => (
          <Amount key={`${report.title} ${report.date}`} report={report} />
        ))}
        {shifts.map((report) => (
          <Shift key={`${report.title} ${report.date}`} report={report} />
        ))}
      </main>
    </div>
  )
}
