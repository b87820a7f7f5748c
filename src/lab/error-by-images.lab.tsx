import { useMemo, useState } from 'react'
import { ErrorByImages } from '../recorded/ErrorByImages'
import { type AmountReport, seedsOf, type TransferReport } from '../recorded/report'
import { useRecorded } from '../recorded/useRuns'
import { transferWay, widthWay } from '../recorded/ways'
import { count, percent } from '../ui/format'
import { Segmented } from '../ui/Segmented'
import type { LabProps } from './index'

/** Test error against the number of images, measured: with `report` transfer in four ways, else in three widths. */
export function Lab({ with: given }: LabProps) {
  const { all, problem } = useRecorded()
  const [axis, setAxis] = useState<'linear' | 'logarithmic'>('linear')
  if (problem) return <p className="problem">{problem}</p>
  if (!all) return <p className="soft lab-wait">Loading the recorded runs…</p>
  const [report] = given.report === 'transfer' ? all.transfers : all.amounts
  if (!report) return <p className="problem">These runs are not recorded on this site.</p>
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="The axis of errors"
          value={axis}
          onChange={setAxis}
          choices={[
            { value: 'linear', label: 'linear axis' },
            { value: 'logarithmic', label: 'logarithmic axis' },
          ]}
        />
      </div>
      {'trunk' in report ? (
        <Transfer report={report} logarithmic={axis === 'logarithmic'} />
      ) : (
        <Amount report={report} logarithmic={axis === 'logarithmic'} />
      )}
    </div>
  )
}

interface Of<T> {
  readonly report: T
  readonly logarithmic: boolean
}

function Transfer({ report, logarithmic }: Of<TransferReport>) {
  const { title, source, target, trunk, testImages, date } = report
  return (
    <>
      <ErrorByImages report={report} nameOf={transferWay} logarithmic={logarithmic} />
      <p className="soft">
        Measured by this project: a {title} that tells {list(source)} apart ({percent(trunk.error)} wrong)
        learns {list(target)}. {count(testImages)} test images; guessing errs {percent(1 - 1 / target.length)}
        . Means of {seedsOf(report)} seeds, the bars reach from the least to the most, {date}. Recorded, not
        running now.
      </p>
    </>
  )
}

function Amount({ report, logarithmic }: Of<AmountReport>) {
  const nameOf = useMemo(() => widthWay(report), [report])
  const { title, classes, testImages, date, batch } = report
  const steps = Object.values(report.steps)
  return (
    <>
      <ErrorByImages report={report} nameOf={nameOf} logarithmic={logarithmic} />
      <p className="soft">
        Measured by this project: {title} in {report.ways.length} widths on {classes} classes of CIFAR-10,{' '}
        {count(testImages)} test images; guessing errs {percent(1 - 1 / classes)}. {count(Math.min(...steps))}{' '}
        steps of {batch} images with the fewest, {count(Math.max(...steps))} with all.{' '}
        {seedsOf(report) === '1' ? 'One seed' : `Means of ${seedsOf(report)} seeds`}, {date}. Recorded, not
        running now.
      </p>
    </>
  )
}

const list = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
