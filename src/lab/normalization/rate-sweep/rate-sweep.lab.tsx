import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import type { History } from '../../../recorded/history'
import { useRuns } from '../../../recorded/useRuns'
import { percent } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { TableScroll } from '../../shared/TableScroll'
import { Readable, ReadableChart } from '../../shared/hidden'
import type { LabProps } from '../../shared/frame'
import { day } from '../../../recorded/day'
import { options } from './options'

export { options }

interface Point {
  readonly rate: number
  readonly error: number
  readonly line: string
  /** The loss was no longer a number, and the run ended there. */
  readonly ranAway: boolean
}

/** The training error in the last epoch of recorded runs, by their learning rate, with and without normalization. */
export function Lab({ value }: LabProps<typeof options>) {
  const { found, problem } = useRuns(value.runs)
  if (problem) return problem
  return found ? (
    <Sweep runs={found} />
  ) : (
    <p className="soft lab-wait" aria-busy>
      Loading the recorded runs…
    </p>
  )
}

function Sweep({ runs }: { readonly runs: readonly History[] }) {
  const points = useMemo(() => runs.map(pointOf), [runs])
  const draw = useMemo(() => chartOf(points), [points])
  const rates = [...new Set(points.map(({ rate }) => rate))].sort((a, b) => a - b)
  const lines = [...new Set(points.map(({ line }) => line))]
  const [{ title, date, trainImages, run }] = runs
  return (
    <div className="lab-body">
      <ReadableChart of="errors">
        <Chart
          label={points.map((point) => `${point.line}, rate ${point.rate}: ${said(point)}`).join('; ')}
          draw={draw}
        />
      </ReadableChart>
      <TableScroll label="Training error by rate">
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">training error by rate</th>
              {rates.map((rate) => (
                <th key={rate} scope="col">
                  {rate}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {rates.map((rate) => {
                  const point = points.find((one) => one.line === line && one.rate === rate)
                  return (
                    <td key={rate}>
                      <Readable of="errors">{point ? said(point) : 'not measured'}</Readable>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="soft">
        Measured by this project: {title}, {run.recipe.epochs} epochs on {trainImages.toLocaleString('en')}{' '}
        photographs of CIFAR-10, seed {run.recipe.seed}, {day(date)}. Guessing among ten classes gets{' '}
        {percent(guessing)} wrong. Diverged (✕): the loss was no longer a number. Recorded, not running now.
      </p>
    </div>
  )
}

/** A run that ran away stands where guessing does, with a mark of its own. */
function pointOf({ run, epochs, diverged }: History): Point {
  return {
    rate: run.recipe.rate,
    error: diverged ? guessing : (epochs[epochs.length - 1].trainError ?? guessing),
    line: run.options.bn === 'false' ? 'without' : 'with batch normalization',
    ranAway: diverged,
  }
}

/** Of ten classes. */
const guessing = 0.9

const said = ({ error, ranAway }: Point) => (ranAway ? 'diverged' : percent(error))

function chartOf(points: readonly Point[]): () => Drawing {
  const lines = [...new Set(points.map(({ line }) => line))]
  return () => ({
    height: 240,
    marginLeft: 60,
    marginRight: 24,
    x: {
      type: 'log',
      label: 'learning rate',
      ticks: points.map(({ rate }) => rate),
      tickFormat: String,
    },
    y: { label: 'training error, last epoch', domain: [0, 1], tickFormat: '.0%', grid: true },
    marks: [
      Plot.ruleY([guessing], { stroke: 'var(--line-strong)', strokeDasharray: '3 3' }),
      ...lines.flatMap((line, i) => {
        const own = points.filter((point) => point.line === line).sort((a, b) => a.rate - b.rate)
        const colour = `var(--path-${i + 1})`
        return [
          Plot.lineY(own, {
            x: 'rate',
            y: 'error',
            stroke: colour,
            strokeWidth: 3,
            strokeDasharray: i === 0 ? 'none' : '7 4',
          }),
          Plot.dot(
            own.filter(({ ranAway }) => !ranAway),
            { x: 'rate', y: 'error', fill: colour, r: 5, symbol: i === 0 ? 'circle' : 'square' },
          ),
          Plot.dot(
            own.filter(({ ranAway }) => ranAway),
            { x: 'rate', y: 'error', stroke: colour, strokeWidth: 3, r: 6, symbol: 'times' },
          ),
          // Where both lines are far apart, and on the outside of both.
          Plot.text(own.slice(1, 2), {
            x: 'rate',
            y: 'error',
            text: 'line',
            fill: colour,
            dy: i === 0 ? 22 : -16,
            fontWeight: 600,
          }),
        ]
      }),
    ],
    told: points.map((point) => ({
      x: point.rate,
      y: point.error,
      words: `${point.line}, rate ${point.rate}: ${said(point)}${point.ranAway ? '' : ' wrong'}`,
    })),
  })
}
