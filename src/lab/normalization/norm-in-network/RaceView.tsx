import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { Chart } from '../../../ui/Plot'
import { measured } from '../../../ui/format'
import type { Drawing } from '../../../ui/told'
import { Problem } from '../../../ui/Problem'
import { Segmented } from '../../../ui/Segmented'
import { shapes } from '../../shared/drawings/drawings'
import type { LabProps } from '../../shared/frame'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { TableScroll } from '../../shared/TableScroll'
import { WorkStatus } from '../../shared/WorkStatus'
import { Depth, Seed } from '../../shared/training/Fields'
import { about } from '../../workbench/train-here/time'
import { deepestRace, type options } from './options'
import { type Finish, lanes, raceSteps, runnerNames } from './race'
import { useRace } from './useRace'

/** What guessing gives. */
const guessing = Math.log(shapes.length)

const looks = {
  without: { colour: 'var(--path-2)', dash: '7 4', symbol: 'square' },
  with: { colour: 'var(--path-1)', dash: 'none', symbol: 'circle' },
  noise: { colour: 'var(--path-3)', dash: '2 4', symbol: 'triangle' },
} as const

/** A small network at several rates, without batch normalization, with it, and with noise after it: trained here. */
export function RaceView({ value, onChange }: LabProps<typeof options>) {
  const { kind, blocks, seed, raced } = value
  const rates = useMemo(() => value.rates.map(Number), [value.rates])
  const { finished, progress, problem, start } = useRace({ kind, blocks, rates, seed }, raced)
  const draw = useMemo(() => chartOf(finished, rates), [finished, rates])
  const told = (runner: Finish['runner'], rate: number) => {
    const found = finished.find((each) => each.runner === runner && each.rate === rate)
    return found ? (found.loss === null ? 'diverged' : found.loss.toFixed(2)) : '–'
  }
  return (
    <>
      <div className="lab-controls">
        <Segmented
          small
          legend="Network"
          value={kind}
          choices={[
            { value: 'plain', label: 'plain' },
            { value: 'residual', label: 'residual' },
          ]}
          onChange={(kind) => onChange({ kind, raced: false })}
        />
        <Depth
          blocks={blocks}
          norm="on"
          most={deepestRace}
          onChange={(change) => onChange({ ...change, raced: false })}
        />
        <Seed seed={seed} onChange={(change) => onChange({ ...change, raced: false })} />
        {raced ? (
          <button type="button" className="button small" onClick={() => onChange({ raced: false })}>
            {progress ? 'Cancel' : 'Clear'}
          </button>
        ) : (
          <button type="button" className="button small primary" onClick={() => onChange({ raced: true })}>
            Start the race
          </button>
        )}
      </div>
      {problem ? (
        <Problem onRetry={start}>{problem}</Problem>
      ) : (
        <WorkStatus
          className="small-text norm-said"
          text={
            !raced
              ? `${lanes.length * rates.length} training runs of ${raceSteps} steps each, two at a time.`
              : progress?.of === 0
                ? 'Starting…'
                : progress
                  ? `${progress.done} of ${progress.of} steps${progress.left === undefined ? '' : `, about ${about(progress.left)} left`}.`
                  : 'Done.'
          }
          isMoving={raced && !!progress?.of}
        />
      )}
      <Chart
        label={`Training loss by rate. ${lanes.map((runner) => `${runnerNames[runner]}: ${rates.map((rate) => `${told(runner, rate)} at ${rate}`).join(', ')}`).join('; ')}`}
        draw={draw}
      />
      <TableScroll label="Training loss by rate">
        <table className="lab-table norm-small-table">
          <thead>
            <tr>
              <th scope="col">loss by rate</th>
              {rates.map((rate) => (
                <th key={rate} scope="col">
                  {rate}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lanes.map((runner) => (
              <tr key={runner}>
                <th scope="row">
                  <Sign runner={runner} /> {runnerNames[runner]}
                </th>
                {rates.map((rate) => (
                  <td key={rate}>{told(runner, rate)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="soft small-text">
        Mean training loss of the last ten of {raceSteps} batches, measured here; guessing has a loss of{' '}
        {guessing.toFixed(2)}. After each normalization, the noise shifts and scales every channel by about a
        half, at random and differently at every step. This is one seed: try others before you believe a
        difference.
      </p>
      <SaveNumbers
        name="race-of-rates"
        disabled={finished.length === 0}
        rows={() => [
          ['runner', 'rate', 'loss'],
          ...finished.map(({ runner, rate, loss }) => [runnerNames[runner], rate, loss ?? 'diverged']),
        ]}
      />
    </>
  )
}

/** The line and the mark of a runner in the chart. */
function Sign({ runner }: { readonly runner: Finish['runner'] }) {
  const { colour, dash, symbol } = looks[runner]
  const mark = {
    square: <rect x="12" y="2" width="8" height="8" fill={colour} />,
    circle: <circle cx="16" cy="6" r="4.5" fill={colour} />,
    triangle: <path d="M16 1 L21 11 H11 Z" fill={colour} />,
  }
  return (
    <svg aria-hidden width="32" height="12">
      <path d="M0 6H32" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
      {mark[symbol]}
    </svg>
  )
}

function chartOf(finished: readonly Finish[], rates: readonly number[]) {
  const top = 1.25 * guessing
  return (): Drawing => ({
    height: 220,
    marginLeft: 52,
    marginRight: 24,
    x: { type: 'log', axis: null, domain: [Math.min(...rates) / 1.5, Math.max(...rates) * 1.5] },
    y: { label: 'training loss (✕: diverged)', domain: [0, top], grid: true, ticks: 5, clamp: true },
    marks: [
      // As text: a logarithmic scale would leave some of the rates without one.
      Plot.axisX([...rates], { label: 'learning rate', text: (rate: number) => String(rate) }),
      Plot.ruleY([guessing], { stroke: 'var(--line-strong)', strokeDasharray: '1 3' }),
      ...lanes.flatMap((runner) => {
        const { colour, dash, symbol } = looks[runner]
        const own = finished
          .filter((each) => each.runner === runner)
          .map(({ rate, loss }) => ({ rate, loss: loss ?? top, isLost: loss === null }))
          .sort((a, b) => a.rate - b.rate)
        return [
          Plot.line(own, { x: 'rate', y: 'loss', stroke: colour, strokeWidth: 2.5, strokeDasharray: dash }),
          Plot.dot(
            own.filter(({ isLost }) => !isLost),
            { x: 'rate', y: 'loss', fill: colour, r: 5, symbol },
          ),
          Plot.dot(
            own.filter(({ isLost }) => isLost),
            { x: 'rate', y: 'loss', stroke: colour, strokeWidth: 3, r: 6, symbol: 'times' },
          ),
        ]
      }),
    ],
    told: finished.map(({ runner, rate, loss }) => ({
      x: rate,
      y: loss ?? top,
      words: `${runnerNames[runner]}, rate ${rate}: ${loss === null ? 'diverged' : `loss ${measured(loss)}`}`,
    })),
  })
}
