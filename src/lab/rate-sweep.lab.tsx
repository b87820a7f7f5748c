import * as Plot from '@observablehq/plot'
import { useEffect, useMemo, useState } from 'react'
import { Chart } from '../ui/Plot'
import type { LabProps } from './index'

/** Of a recorded run, what this figure needs. */
interface Run {
  readonly title: string
  readonly date: string
  readonly trainImages: number
  readonly run: {
    readonly name: string
    readonly options: Readonly<Record<string, string>>
    readonly recipe: { readonly rate: number; readonly seed: number; readonly epochs: number }
  }
  readonly epochs: readonly { readonly trainError: number | null }[]
}

interface Point {
  readonly rate: number
  readonly error: number
  readonly line: string
}

/** The training error at the end of recorded runs, by their learning rate, with and without normalization. */
export function Lab({ with: given }: LabProps) {
  const names = (given.runs as readonly string[]).join(' ')
  const [found, setFound] = useState<readonly Run[] | string>()
  useEffect(() => {
    const stop = new AbortController()
    const load = async (name: string): Promise<Run> => {
      const answer = await fetch(`runs/${name}.json`, { signal: stop.signal })
      if (!answer.ok) throw new Error(`the recorded run ${name} is not on this site`)
      return (await answer.json()) as Run
    }
    Promise.all(names.split(' ').map(load)).then(setFound, (error: unknown) => {
      if (!stop.signal.aborted)
        setFound(`The runs cannot be shown: ${error instanceof Error ? error.message : String(error)}.`)
    })
    return () => stop.abort()
  }, [names])
  if (typeof found === 'string') return <p className="problem">{found}</p>
  return found ? <Sweep runs={found} /> : <p className="soft lab-wait">Loading the recorded runs…</p>
}

function Sweep({ runs }: { readonly runs: readonly Run[] }) {
  const points = useMemo(() => runs.map(pointOf), [runs])
  const draw = useMemo(() => chartOf(points), [points])
  const rates = [...new Set(points.map(({ rate }) => rate))].sort((a, b) => a - b)
  const lines = [...new Set(points.map(({ line }) => line))]
  const [{ title, date, trainImages, run }] = runs
  return (
    <div className="lab-body">
      <Chart
        label={points.map(({ line, rate, error }) => `${line}, rate ${rate}: ${percent(error)}`).join('; ')}
        draw={draw}
      />
      <table className="lab-table">
        <thead>
          <tr>
            <th scope="col">training error</th>
            {rates.map((rate) => (
              <th key={rate} scope="col">
                rate {rate}
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
                return <td key={rate}>{point ? percent(point.error) : 'not measured'}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        Measured by this project: {title}, {run.recipe.epochs} epochs on {trainImages.toLocaleString('en')}{' '}
        photographs of CIFAR-10, seed {run.recipe.seed}, {date}. Ten classes: guessing errs {percent(0.9)}.
        Recorded, not running now.
      </p>
    </div>
  )
}

/** A run whose loss was no longer a number is as good as guessing. */
function pointOf({ run, epochs }: Run): Point {
  const { trainError } = epochs[epochs.length - 1]
  return {
    rate: run.recipe.rate,
    error: trainError ?? 0.9,
    line: run.options.bn === 'false' ? 'without' : 'with batch normalization',
  }
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

function chartOf(points: readonly Point[]): () => Plot.PlotOptions {
  const lines = [...new Set(points.map(({ line }) => line))]
  return () => ({
    height: 300,
    marginLeft: 60,
    marginRight: 24,
    x: { type: 'log', label: 'learning rate', ticks: points.map(({ rate }) => rate), tickFormat: String },
    y: { label: 'training error at the end', domain: [0, 1], tickFormat: '.0%', grid: true },
    marks: [
      Plot.ruleY([0.9], { stroke: 'var(--line-strong)', strokeDasharray: '3 3' }),
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
          Plot.dot(own, { x: 'rate', y: 'error', fill: colour, r: 5, symbol: i === 0 ? 'circle' : 'square' }),
          Plot.text(own.slice(0, 1), {
            x: 'rate',
            y: 'error',
            text: 'line',
            fill: colour,
            dx: 8,
            dy: i === 0 ? 18 : -18,
            textAnchor: 'start',
            fontWeight: 600,
          }),
        ]
      }),
    ],
  })
}
