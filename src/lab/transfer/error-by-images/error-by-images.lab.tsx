import './error-by-images.css'
import { useMemo } from 'react'
import { type Axis, ErrorByImages } from '../../../recorded/ErrorByImages'
import type { AmountReport, TransferReport } from '../../../recorded/report'
import { useRecorded } from '../../../recorded/useRecorded'
import { transferWay, widthWay } from '../../../recorded/ways'
import { count, percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { ByLine } from './ByLine'
import { averaged, list, trained } from './words'
import { ReadableChart } from '../../shared/hidden'
import type { LabProps } from '../../shared/frame'
import { day } from '../../../recorded/day'
import { options } from './options'

export { options }

/** What a kind of axis is called, and what it is good for. */
const axes: Readonly<Record<Axis, readonly [label: string, says: string]>> = {
  linear: ['linear axis', 'Equal steps upward are equal shares of the test images.'],
  logarithmic: [
    'logarithmic axis',
    'Equal steps upward are equal factors, so a power law is a straight line.',
  ],
  none: ['usual sketch', 'The same measurements, as they are usually drawn.'],
}

/**
 * Test error against the number of images, measured: with `report` transfer in four ways, else in three widths. With
 * `form` lines, the ways of the transfer as bars, by how much of the network learns.
 */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { all, problem } = useRecorded()
  if (problem) return problem
  if (!all)
    return (
      <p className="soft lab-wait" aria-busy>
        Loading the recorded runs…
      </p>
    )
  const isTransfer = value.report === 'transfer'
  const [report] = isTransfer ? all.transfers : all.amounts
  if (!report) return <p className="problem">These runs are not recorded on this site.</p>
  if (!('trunk' in report)) return <Amount report={report} value={value} onChange={onChange} />
  const Shown = value.form === 'lines' ? ByLine : Transfer
  return <Shown report={report} value={value} onChange={onChange} />
}

function AxisChoice({
  axis,
  among,
  onChange,
}: {
  readonly axis: Axis
  readonly among: readonly Axis[]
  readonly onChange: (axis: Axis) => void
}) {
  return (
    <>
      <Segmented
        legend="The axis of errors"
        value={axis}
        onChange={onChange}
        choices={among.map((value) => ({ value, label: axes[value][0] }))}
      />
      <p className="by-images-note" role="status">
        {axes[axis][1]}
      </p>
    </>
  )
}

function Transfer({
  report,
  value,
  onChange,
}: LabProps<typeof options> & { readonly report: TransferReport }) {
  // Nothing about a transfer is usually sketched.
  const axis = value.axis === 'none' ? 'linear' : value.axis
  const { title, source, target, trunk, testImages, date } = report
  return (
    <div className="lab-body">
      <AxisChoice axis={axis} among={['linear', 'logarithmic']} onChange={(axis) => onChange({ axis })} />
      <ReadableChart of="curves">
        <ErrorByImages report={report} nameOf={transferWay} axis={axis} />
      </ReadableChart>
      <p className="soft small-text by-images-note">
        Measured by this project: a {title} that tells {list(source)} apart ({percent(trunk.error)} wrong)
        learns {list(target)}. {count(testImages)} test images; guessing gets {percent(1 - 1 / target.length)}{' '}
        wrong. {trained(report, target.length)} {averaged(report)}, with bars from lowest to highest,{' '}
        {day(date)}. Recorded, not running now.
      </p>
    </div>
  )
}

function Amount({
  report,
  value: { axis },
  onChange,
}: LabProps<typeof options> & { readonly report: AmountReport }) {
  const nameOf = useMemo(() => widthWay(report), [report])
  const { title, classes, testImages, date } = report
  return (
    <div className="lab-body">
      <AxisChoice
        axis={axis}
        among={['linear', 'logarithmic', 'none']}
        onChange={(axis) => onChange({ axis })}
      />
      <ErrorByImages report={report} nameOf={nameOf} axis={axis} />
      <p className="soft small-text by-images-note">
        Measured by this project: {title} in {report.ways.length} widths on {classes} classes of CIFAR-10,{' '}
        {count(testImages)} test images; guessing gets {percent(1 - 1 / classes)} wrong.{' '}
        {trained(report, classes)} {averaged(report)}, {day(date)}. Recorded, not running now.
      </p>
    </div>
  )
}
