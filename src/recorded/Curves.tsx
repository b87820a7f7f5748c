import * as Plot from '@observablehq/plot'
import { type PointerEvent, useId, useMemo, useState } from 'react'
import { percent } from '../ui/format'
import { Hideable } from '../ui/Hideable'
import { LineName } from '../ui/LineName'
import { LineSample } from '../ui/LineSample'
import { type Line, looksOf } from '../ui/look'
import { Chart } from '../ui/Plot'
import './curves.css'

/** A quantity by epoch, the first at 0; null where it was not a number. */
export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** The network that it tells of: its kind has a color. */
  readonly of?: Line
  /** The same from other seeds: thin lines of the same colour. */
  readonly repeats?: readonly (readonly (number | null)[])[]
  /** It waits for an answer: it has a name and no line. */
  readonly isHidden?: boolean
}

interface Props {
  readonly series: readonly Series[]
  /** What is drawn, as a name for those who do not see it. */
  readonly label: string
  /** What the upright axis counts, and on which images: “error” alone says neither. */
  readonly quantity: string
  /** Shares of wrong answers, or cross-entropies in nats. */
  readonly unit?: 'error' | 'loss'
  /** The chart is not higher, in CSS pixels. */
  readonly highest?: number
  /** Its height as a share of its width, where it has the room. */
  readonly ratio?: number
}

const margin = { left: 56, right: 16 }

/** Recorded values by epoch; a pointer or the arrow keys choose an epoch, whose values are said in words. */
export function Curves({ series, label, quantity, unit = 'error', highest = 360, ratio = 0.5 }: Props) {
  const length = Math.max(...series.map(({ values }) => values.length))
  const [chosen, setChosen] = useState<number | null>(null)
  const epoch = Math.min(chosen ?? length, length)
  const id = useId()
  const looks = useMemo(() => looksOf(series.map(({ of }) => of)), [series])
  /** The line that stands out; null while all are alike. */
  const [lit, setLit] = useState<number | null>(null)
  const draw = useMemo(
    () => (width: number) => ({
      ...chartOf(series, quantity, unit, epoch, length, width),
      height: Math.min(highest, Math.max(170, width * ratio)),
    }),
    [series, quantity, unit, epoch, length, highest, ratio],
  )
  const readings = series.map(({ name, values, repeats = [], isHidden = false }) => ({
    name,
    isHidden,
    text: isHidden ? 'hidden until you answer' : readingOf(values, epoch, unit),
    // Those of one length end together.
    others: (isHidden ? [] : repeats)
      .map((each) =>
        readingOf(each, each.length === values.length ? Math.min(epoch, each.length) : epoch, unit),
      )
      .join(', '),
  }))
  const reading = readings
    .map(({ name, text, others }) => `${name} ${text}${others && `, with other seeds ${others}`}`)
    .join('; ')

  function point({ currentTarget, clientX }: PointerEvent<HTMLElement>): void {
    const box = currentTarget.getBoundingClientRect()
    const share = (clientX - box.left - margin.left) / (box.width - margin.left - margin.right)
    setChosen(Math.max(1, Math.min(length, Math.round(1 + share * (length - 1)))))
  }

  return (
    <figure className="curves">
      <div onPointerMove={point} onPointerDown={point}>
        <Chart
          label={`${label}. Epoch ${epoch} of ${length}: ${reading}`}
          draw={draw}
          emphasis={lit === null ? null : looks[lit].colour}
        />
      </div>
      <div className="curves-epoch">
        <label htmlFor={id}>Epoch</label>
        <input
          id={id}
          type="range"
          min={1}
          max={length}
          value={epoch}
          aria-valuetext={`epoch ${epoch} of ${length}: ${reading}`}
          onChange={(event) => setChosen(Number(event.target.value))}
        />
        <span>
          {epoch} of {length}
        </span>
      </div>
      <ul className="curves-readout small-text">
        {readings.map(({ name, text, others, isHidden }, i) => (
          <li key={name}>
            <LineName
              sign={<LineSample colour={looks[i].colour} dash={looks[i].dash} />}
              name={name}
              isLit={lit === i}
              onLight={series.length > 1 && !isHidden ? (isLit) => setLit(isLit ? i : null) : null}
            />{' '}
            <b>
              <Hideable isHidden={isHidden}>{text}</Hideable>
            </b>
            {others && <span className="soft">(other seeds: {others})</span>}
          </li>
        ))}
      </ul>
    </figure>
  )
}

function readingOf(values: Series['values'], epoch: number, unit: 'error' | 'loss'): string {
  const value = values[Math.min(epoch, values.length) - 1]
  const reading = value === null ? 'not a number' : said(value, unit)
  return epoch > values.length ? `${reading} after ${values.length}, its last` : reading
}

const said = (value: number, unit: 'error' | 'loss') => (unit === 'error' ? percent(value) : value.toFixed(2))

/** Room for the number of an epoch beside the next one, in pixels. */
const perTick = 60

function chartOf(
  series: readonly Series[],
  quantity: string,
  unit: 'error' | 'loss',
  epoch: number,
  length: number,
  width: number,
): Plot.PlotOptions {
  const pointsOf = (values: Series['values']) =>
    values.flatMap((value, i) => (value === null ? [] : [{ epoch: i + 1, value }]))
  const lines = series.map(({ values, isHidden }) => (isHidden ? [] : pointsOf(values)))
  const looks = looksOf(series.map(({ of }) => of))
  return {
    marginLeft: margin.left,
    marginRight: margin.right,
    x: {
      label: 'epoch',
      domain: [1, Math.max(2, length)],
      tickFormat: 'd',
      ticks: Math.max(2, Math.min(8, length, Math.floor(width / perTick))),
    },
    y: {
      label: quantity,
      grid: true,
      zero: true,
      ...(unit === 'error' && { tickFormat: '.0%' }),
      // Axes alone while everything waits.
      ...(lines.every((points) => points.length === 0) && { domain: [0, 1] }),
    },
    marks: [
      Plot.ruleX([epoch], { stroke: 'var(--line-strong)' }),
      ...series.flatMap(({ repeats = [], isHidden }, i) =>
        (isHidden ? [] : repeats).map((values) =>
          Plot.line(pointsOf(values), {
            x: 'epoch',
            y: 'value',
            stroke: looks[i].colour,
            strokeWidth: 1,
            strokeDasharray: looks[i].dash,
          }),
        ),
      ),
      ...lines.map((points, i) =>
        Plot.line(points, {
          x: 'epoch',
          y: 'value',
          stroke: looks[i].colour,
          strokeWidth: 2.5,
          strokeDasharray: looks[i].dash,
        }),
      ),
      ...lines.map((points, i) =>
        Plot.dot(
          points.filter((point) => point.epoch === epoch),
          { x: 'epoch', y: 'value', fill: looks[i].colour, r: 4 },
        ),
      ),
    ],
  }
}
