import './error-by-images.css'
import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { amountName } from '../../../recorded/ErrorByImages'
import { amountsOf, spreadOf, type TransferReport } from '../../../recorded/report'
import { count, percent } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { bestLine, type Line, linesOf } from '../freeze-line/ways'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import { averaged, trained } from './words'
import type { LabProps } from '../../shared/frame'
import { day } from '../../../recorded/day'
import type { options } from './options'

/** How full the bar of a line is: the more of the network learns, the fuller. */
const fills = [0, 0.4, 1] as const
const fillOf = (i: number, of: number) => fills[Math.round((i / Math.max(1, of - 1)) * (fills.length - 1))]

/** The errors of copied weights by how much of the network may move on, for every amount of images. */
export function ByLine({
  report,
  value,
  onChange,
}: LabProps<typeof options> & { readonly report: TransferReport }) {
  const amounts = amountsOf(report)
  const at = Math.min(value.amount, amounts.length) - 1
  const each = amounts[at]
  const lines = useMemo(() => linesOf(report), [report])
  const best = bestLine(report, lines, each)
  const draw = useMemo(() => (width: number) => chartOf(report, lines, each, width), [report, lines, each])
  const rates = report.ways.filter(({ copies }) => copies).map(({ rate }) => rate)
  const scratch = report.ways.find(({ copies }) => !copies)
  const label = lines
    .map(
      (line) =>
        `${line.name}: ${amounts.map((amount) => `${said(report, line, amount)} with ${count(amount)}`).join(', ')}`,
    )
    .join('; ')
  return (
    <div className="lab-body">
      <Slider
        label="Images per class"
        min={0}
        max={amounts.length - 1}
        value={at}
        text={count(each)}
        onChange={(at) => onChange({ amount: at + 1 })}
      />
      <ul className="by-line-key">
        {lines.map(({ way, name, params }, i) => (
          <li key={way}>
            <i style={{ '--full': fillOf(i, lines.length) } as React.CSSProperties} />
            {name}{' '}
            <span className="soft">
              <Readable of="what learns">{count(params)}</Readable> learn
            </span>
          </li>
        ))}
      </ul>
      <Chart
        label={`Test error by ${amountName(report)} and by the part that learns. ${label}`}
        draw={draw}
      />
      <Readout
        values={lines.map((line) => [
          line.name,
          line === best ? `${said(report, line, each)} ▾` : said(report, line, each),
        ])}
      />
      <p className="soft small-text by-images-note">
        ▾ lowest. Measured by this project: {report.title}, copied weights, largest learning rate{' '}
        {Math.max(...rates)}
        {scratch && ` (from scratch ${scratch.rate})`}. {trained(report, report.target.length)}{' '}
        {averaged(report)}, strokes from lowest to highest, {day(report.date)}. Recorded, not running now.
      </p>
    </div>
  )
}

function said(report: TransferReport, { way }: Line, each: number): string {
  const spread = spreadOf(report, way, each)
  return spread ? percent(spread.mean) : 'not run'
}

function chartOf(report: TransferReport, lines: readonly Line[], chosen: number, width: number): Drawing {
  const amounts = amountsOf(report)
  const points = amounts.flatMap((each) =>
    lines.flatMap(({ way }, i) => {
      const spread = spreadOf(report, way, each)
      return spread ? [{ each, way, fill: fillOf(i, lines.length), ...spread }] : []
    }),
  )
  const least = amounts.flatMap((each) => {
    const { way } = bestLine(report, lines, each)
    return points.filter((point) => point.each === each && point.way === way)
  })
  const top = Math.max(...points.map(({ most }) => most))
  return {
    height: Math.min(340, Math.max(220, width * 0.45)),
    marginLeft: 60,
    marginBottom: 52,
    fx: {
      domain: amounts,
      label: amountName(report),
      tickFormat: (each: number) => count(each),
      padding: 0.08,
    },
    x: { domain: lines.map(({ way }) => way), axis: null, padding: 0.12 },
    y: { label: 'test error', tickFormat: '.0%', grid: true, domain: [0, top * 1.1] },
    marks: [
      Plot.barY([{ each: chosen }], { fx: 'each', y1: 0, y2: top * 1.1, fill: 'var(--accent-soft)' }),
      Plot.barY(points, {
        fx: 'each',
        x: 'way',
        y: 'mean',
        fill: 'var(--path-1)',
        fillOpacity: 'fill',
        stroke: 'var(--path-1)',
        strokeWidth: 2,
      }),
      Plot.ruleX(points, {
        fx: 'each',
        x: 'way',
        y1: 'least',
        y2: 'most',
        stroke: 'var(--ink)',
        strokeWidth: 2,
      }),
      Plot.text(least, { fx: 'each', x: 'way', y: 'most', text: () => '▾', dy: -10 }),
      Plot.ruleY([0]),
    ],
    told: points.map(({ each, way, mean, least, most }) => ({
      fx: each,
      x: way,
      y: mean,
      words: `${lines.find((line) => line.way === way)!.name}\n${count(each)} images per class: ${percent(mean)} wrong, ${percent(least)} to ${percent(most)} by seed`,
    })),
  }
}
