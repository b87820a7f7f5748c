import { amountsOf, classesOf, spreadOf, trainingOf, type TransferReport } from '../../../recorded/report'
import { transferWay } from '../../../recorded/ways'
import { count, percent } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { Bars } from '../../shared/Bars'
import { averaged } from '../error-by-images/words'
import { lineAt, linesOf } from './ways'
import type { LabProps } from '../../shared/frame'
import { day } from '../../../recorded/day'
import type { options } from './options'

interface Props extends LabProps<typeof options> {
  readonly report: TransferReport
  /** The network that the line is drawn in. */
  readonly beside: string
  /** Its parts, and how many of them are frozen. */
  readonly parts: number
  readonly frozen: number
}

/** What was measured with a line at a few places of a smaller network, by the number of images. */
export function Recorded({ report, beside, parts, frozen, value, onChange }: Props) {
  const amounts = amountsOf(report)
  const at = Math.min(value.amount, amounts.length) - 1
  const each = amounts[at]
  const lines = linesOf(report)
  const here = lineAt(lines, parts, frozen)
  const scratch = report.ways.find(({ copies }) => !copies)
  const shown = [
    ...lines.map(({ way, name }) => ({ way, name })),
    ...(scratch ? [{ way: scratch.name, name: transferWay(scratch.name) }] : []),
  ]
  const means = shown.flatMap(({ way }) => amounts.map((amount) => spreadOf(report, way, amount)?.mean ?? 0))
  const classes = classesOf(report)!
  const steps = amounts.map((amount) => trainingOf(report, amount, classes).steps)
  return (
    <section aria-label={`Recorded with ${report.title}`}>
      <Slider
        label="Images per class"
        min={0}
        max={amounts.length - 1}
        value={at}
        text={count(each)}
        onChange={(at) => onChange({ amount: at + 1 })}
      />
      <Bars
        caption={`Test error of ${report.title}`}
        most={Math.max(...means)}
        bars={shown.map(({ way, name }) => {
          const spread = spreadOf(report, way, each)
          const isHere = way === here?.way
          return {
            id: way,
            name: isHere ? <strong>{name}</strong> : name,
            value: spread?.mean ?? 0,
            text: spread ? percent(spread.mean) : 'not run',
            colour: isHere ? 'var(--accent)' : 'var(--ink-soft)',
          }
        })}
      />
      <p className="soft small-text">
        Measured by this project, not in {beside} but in a smaller network: it knew {report.source.length}{' '}
        classes of CIFAR-10 and learned {classes} others in {count(Math.min(...steps))} to{' '}
        {count(Math.max(...steps))} steps. {averaged(report)}, {day(report.date)}. Bold: the line where you
        have set it. Recorded, not running now.
      </p>
    </section>
  )
}
