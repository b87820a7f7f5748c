import { type ReactNode, useMemo } from 'react'
import type { DeletionReport } from '../../../recorded/deletions'
import { count, percent } from '../../../ui/format'
import { listed } from '../../../ui/listed'
import { Chart } from '../../../ui/Plot'
import { Segmented } from '../../../ui/Segmented'
import { chartOf, type ChartName, labelOf, middles } from './chart'
import { blocksOf } from './surgery'
import { day } from '../../../recorded/day'
import { Readable, ReadableChart } from '../../shared/hidden'
import type { Model } from '../../shared/models'

interface Props {
  readonly reports: readonly DeletionReport[]
  readonly models: readonly Model[]
  readonly chart: ChartName
  /** Blocks that are off now, from 1. */
  readonly off: ReadonlySet<number>
  readonly onChart: (chart: ChartName) => void
  /** Switches off what the point of a block was measured without, or on again. */
  readonly onBlock: (block: number) => void
}

/** Short, so that all stand in one line on a phone; where that says too little, with the name in full. */
const names: Readonly<Record<ChartName, { readonly label: string; readonly name?: string }>> = {
  one: { label: 'one block off' },
  several: { label: 'several off', name: 'several off, chosen at random' },
  scaled: { label: 'all scaled', name: 'all scaled: every branch multiplied by a number' },
}

/** What both networks get wrong without blocks on photographs they never saw: recorded, not running now. */
export function Recorded({ reports, models, chart, off, onChart, onBlock }: Props) {
  const draw = useMemo(() => (width: number) => chartOf(chart, reports, off, width), [chart, reports, off])
  const [residual] = reports
  const { date } = residual
  return (
    <section className="surgery-recorded" aria-label="Measured on test photographs">
      <div className="lab-controls">
        <strong>Test error, measured with</strong>
        <Segmented
          small
          legend="Measurement"
          value={chart}
          onChange={onChart}
          choices={(Object.keys(names) as ChartName[]).map((value) => ({ value, ...names[value] }))}
        />
      </div>
      <ReadableChart of="errors">
        <Chart
          label={labelOf(chart, reports)}
          draw={draw}
          onChoose={chart === 'one' ? (block) => onBlock(Number(block)) : undefined}
        />
      </ReadableChart>
      <Verdict reports={reports} models={models} chart={chart} />
      <p className="soft small-text">
        Measured by this project on {imagesIn(reports, chart)}, {day(date)}
        {chart === 'several' &&
          `, ${most(residual)} random subsets of every size (all, where there are fewer), seed ${residual.seed}`}
        . No weights were retrained. Recorded, not running now.
      </p>
    </section>
  )
}

/** The photographs of a measurement; each network is named where they differ. */
function imagesIn(reports: readonly DeletionReport[], chart: ChartName): string {
  const numbers = reports.map(({ testImages, someImages }) => (chart === 'one' ? testImages : someImages))
  return numbers.every((number) => number === numbers[0])
    ? `${count(numbers[0])} test photographs`
    : `test photographs: ${reports.map(({ title }, i) => `${title} on ${count(numbers[i])}`).join(', ')}`
}

const most = ({ subsets }: DeletionReport) => Math.max(...subsets.map(({ errors }) => errors.length))

/** What the measurement says, beside what Veit et al. found in another network. */
function Verdict({
  reports: [residual, plain],
  models: [model],
  chart,
}: Pick<Props, 'reports' | 'models' | 'chart'>): ReactNode {
  const { title, error, deletions, blocks } = residual
  const sorted = [...deletions].sort((a, b) => a.error - b.error)
  const [least, largest] = [sorted[0], sorted[sorted.length - 1]]
  const middle = sorted[sorted.length >> 1].error
  const place = ({ block }: { readonly block: string }) => blocks.indexOf(block) + 1
  const costly = sorted.slice(-3).map(place)
  const changing = blocksOf(model.graph).flatMap(({ keepsShape, number }) => (keepsShape ? [] : [number]))
  if (chart === 'one')
    return (
      <p>
        As trained, {title} gets {percent(error)} wrong; guessing gets 90.0% wrong.{' '}
        <Readable of="errors">
          Without one block, its error ranges from {percent(least.error)} (block {place(least)}) to{' '}
          {percent(largest.error)} (block {place(largest)}), with a median of {percent(middle)}.{' '}
          {plain &&
            `Without one of its blocks, ${plain.title} gets at least ${percent(Math.min(...plain.deletions.map(({ error }) => error)))} wrong.`}
        </Readable>{' '}
        <Readable of="verdict">
          Veit et al. 2016 deleted blocks of ResNet-110, which has 54, and found that hardly any of them was
          missed, except where the shape changes.{' '}
          {middle - error < 0.05
            ? `With ${blocks.length} blocks our run agrees: most deletions cost little. The three that cost most here are blocks ${list(costly)}; the shape changes in ${list(changing)}.`
            : `With ${blocks.length} blocks our run contradicts that: the median deletion costs ${((middle - error) * 100).toFixed(1)} points, and the deletion that costs most is that of block ${place(largest)}, while the shape changes in ${list(changing)}.`}
        </Readable>
      </p>
    )
  if (chart === 'several') {
    const half = middles(residual).find(({ error }) => error > 0.5)
    return (
      <p>
        {half && (
          <>
            <Readable of="errors">
              {`With ${half.deleted} or more of its ${blocks.length} blocks deleted, ${title} gets more than half of the photographs wrong (median over the subsets).`}
            </Readable>{' '}
          </>
        )}
        <Readable of="verdict">
          Veit et al. 2016 found a smooth curve in ResNet-110 and took it as a sign of an ensemble of many
          short paths. In both measurements the error grows with the number of deleted blocks; neither proves
          that the network is an ensemble.
        </Readable>
      </p>
    )
  }
  return residual.scaled ? (
    <p>
      Every block adds only a share of what it learned to add. The normalizations that follow expect all of
      it, so this is not the same as training with smaller steps.
    </p>
  ) : null
}

const list = (numbers: readonly number[]) => listed([...numbers].sort((a, b) => a - b))
