import { useMemo } from 'react'
import { ErrorByImages } from '../recorded/ErrorByImages'
import { type AmountReport, seedsOf, type TransferReport } from '../recorded/report'
import { useRecorded } from '../recorded/useRuns'
import { transferWay, widthWay } from '../recorded/ways'
import { count, percent } from '../ui/format'
import type { LabProps } from './index'

/** Test error against the number of images, measured: with `report` transfer in four ways, else in three widths. */
export function Lab({ with: given }: LabProps) {
  const { all, problem } = useRecorded()
  if (problem) return <p className="problem">{problem}</p>
  if (!all) return <p className="soft lab-wait">Loading the recorded runs…</p>
  const [report] = given.report === 'transfer' ? all.transfers : all.amounts
  if (!report) return <p className="problem">These runs are not recorded on this site.</p>
  return (
    <div className="lab-body">
      {'trunk' in report ? <Transfer report={report} /> : <Amount report={report} />}
    </div>
  )
}

function Transfer({ report }: { readonly report: TransferReport }) {
  const { title, source, target, trunk, testImages, date } = report
  return (
    <>
      <ErrorByImages report={report} nameOf={transferWay} />
      <p className="soft">
        Measured by this project: a {title} that tells {list(source)} apart ({percent(trunk.error)} wrong)
        learns {list(target)}. {count(testImages)} test images; guessing errs {percent(1 - 1 / target.length)}
        . Means of {seedsOf(report)} seeds, the bars reach from the least to the most, {date}. Recorded, not
        running now.
      </p>
    </>
  )
}

function Amount({ report }: { readonly report: AmountReport }) {
  const nameOf = useMemo(() => widthWay(report), [report])
  const { title, classes, testImages, date } = report
  return (
    <>
      <ErrorByImages report={report} nameOf={nameOf} />
      <p className="soft">
        Measured by this project: {title} in {report.ways.length} widths on {classes} classes of CIFAR-10,{' '}
        {count(testImages)} test images; guessing errs {percent(1 - 1 / classes)}. Means of {seedsOf(report)}{' '}
        {seedsOf(report) === '1' ? 'seed' : 'seeds'}, {date}. Recorded, not running now.
      </p>
    </>
  )
}

const list = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
