import * as Plot from '@observablehq/plot'
import { useEffect, useMemo, useState } from 'react'
import { Chart } from '../../ui/Plot'

type Quantity = 'trainError' | 'testError' | 'trainLoss' | 'testLoss'

const names: Readonly<Record<Quantity, string>> = {
  trainError: 'training error',
  testError: 'test error',
  trainLoss: 'training loss',
  testLoss: 'test loss',
}

/** A recorded run, as tools/training wrote it. */
interface Run {
  readonly title: string
  readonly run: { readonly name: string; readonly recipe: { readonly seed: number } }
  readonly date: string
  readonly trainImages: number
  readonly testImages: number
  readonly epochs: readonly (Readonly<Record<Quantity, number | null>> & { readonly epoch: number })[]
}

interface Point {
  readonly epoch: number
  readonly value: number
  readonly line: string
}

/** Curves of recorded runs, epoch by epoch: measured by this project, never drawn by hand. */
export function Curve({
  runs,
  of = ['testError'],
}: {
  readonly runs: readonly string[]
  readonly of?: readonly Quantity[]
}) {
  const { found, problem } = useRuns(runs)
  const draw = useMemo(() => found && chartOf(found, of), [found, of])
  if (problem) return <p className="problem">{problem}</p>
  if (!found || !draw)
    return (
      <p className="soft" aria-busy>
        Loading the recorded runs…
      </p>
    )
  const label = found
    .map(({ title, epochs }) => {
      const last = epochs[epochs.length - 1]
      return `${title} after ${epochs.length} epochs: ${of.map((q) => `${names[q]} ${said(last[q], q)}`).join(', ')}`
    })
    .join('; ')
  return (
    <figure className="curve">
      <Chart label={label} draw={draw} />
      <figcaption className="soft small-text">
        Measured by this project: {found[0].trainImages.toLocaleString('en')} photographs of CIFAR-10 to train
        on, {found[0].testImages.toLocaleString('en')} to test, seed {found[0].run.recipe.seed},{' '}
        {found[0].date}. Recorded, not running now.
      </figcaption>
    </figure>
  )
}

function said(value: number | null, quantity: Quantity): string {
  if (value === null) return 'not a number'
  return quantity.endsWith('Error') ? `${(value * 100).toFixed(1)}%` : value.toFixed(2)
}

function chartOf(found: readonly Run[], of: readonly Quantity[]): (width: number) => Plot.PlotOptions {
  const points = found.flatMap(({ title, epochs }) =>
    of.flatMap((quantity) =>
      epochs.flatMap((epoch): Point[] => {
        const value = epoch[quantity]
        return value === null
          ? []
          : [{ epoch: epoch.epoch, value, line: of.length > 1 ? `${title}, ${names[quantity]}` : title }]
      }),
    ),
  )
  const lines = [...new Set(points.map(({ line }) => line))]
  const isError = of[0].endsWith('Error')
  const colours = lines.map((_, i) => `var(--path-${(i % 8) + 1})`)
  const dashes = ['none', '7 4', '2 4', '10 3 2 3']
  return (width) => ({
    height: Math.min(360, Math.max(200, width * 0.6)),
    marginLeft: 56,
    // The names of the lines stand at their ends.
    marginRight: 150,
    x: { label: 'epoch', tickFormat: 'd', ticks: Math.min(8, points.length) },
    y: {
      label: of.length > 1 ? undefined : names[of[0]],
      grid: true,
      zero: true,
      ...(isError && { tickFormat: '.0%' }),
    },
    color: { domain: lines, range: colours, legend: false },
    marks: [
      ...lines.map((line, i) =>
        Plot.line(
          points.filter((point) => point.line === line),
          {
            x: 'epoch',
            y: 'value',
            stroke: colours[i],
            strokeWidth: 2.5,
            strokeDasharray: dashes[i % dashes.length],
          },
        ),
      ),
      Plot.text(spread(lines.map((line) => points.filter((point) => point.line === line).at(-1)!)), {
        x: 'epoch',
        y: 'at',
        text: 'line',
        fill: 'line',
        dx: 8,
        textAnchor: 'start',
        fontWeight: 600,
        lineWidth: 9,
      }),
      Plot.tip(
        points,
        Plot.pointer({
          x: 'epoch',
          y: 'value',
          title: ({ line, epoch, value }: Point) => `${line}\nepoch ${epoch}: ${said(value, of[0])}`,
        }),
      ),
    ],
  })
}

/** Lines end near each other; their names are moved apart, in the same order. */
function spread(ends: readonly Point[]): readonly (Point & { readonly at: number })[] {
  const gap = 0.14 * Math.max(...ends.map(({ value }) => value), 0) + 1e-6
  const placed: (Point & { readonly at: number })[] = []
  for (const end of [...ends].sort((a, b) => a.value - b.value)) {
    const below = placed.at(-1)
    placed.push({ ...end, at: below ? Math.max(end.value, below.at + gap) : end.value })
  }
  return placed
}

function useRuns(names: readonly string[]) {
  const key = names.join(' ')
  const [state, setState] = useState<{ readonly found?: readonly Run[]; readonly problem?: string }>({})
  useEffect(() => {
    const stop = new AbortController()
    const load = async (name: string): Promise<Run> => {
      const answer = await fetch(`runs/${name}.json`, { signal: stop.signal })
      if (!answer.ok) throw new Error(`the recorded run ${name} is not on this site`)
      return (await answer.json()) as Run
    }
    Promise.all(key.split(' ').map(load)).then(
      (found) => setState({ found }),
      (error: unknown) => {
        if (!stop.signal.aborted)
          setState({
            problem: `The curve cannot be shown: ${error instanceof Error ? error.message : String(error)}.`,
          })
      },
    )
    return () => stop.abort()
  }, [key])
  return state
}
