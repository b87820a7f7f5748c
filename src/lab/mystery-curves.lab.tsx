import './mystery-curves/mystery-curves.css'
import { useMemo, useState } from 'react'
import { shuffled } from '../exercises/random'
import { Curves } from '../recorded/Curves'
import type { History, Quantity } from '../recorded/history'
import { Measured, seriesOf } from '../recorded/RunCurves'
import { useRuns } from '../recorded/useRuns'
import type { LabProps } from './index'

interface With {
  readonly runs: readonly string[]
  readonly of: readonly Quantity[]
}

/** Recorded curves without their names, to be told apart by what they do. */
export function Lab({ with: given }: LabProps) {
  const { runs, of } = given as unknown as With
  const { found, problem } = useRuns(runs)
  if (problem) return <p className="problem">{problem}</p>
  if (!found) return <p className="soft lab-wait">Loading the recorded runs…</p>
  return <Quiz runs={found} of={of} />
}

function Quiz({ runs, of }: { readonly runs: readonly History[]; readonly of: readonly Quantity[] }) {
  const named = useMemo(() => seriesOf(runs, of), [runs, of])
  const mixed = useMemo(() => shuffled(named, 'which curve is it'), [named])
  const [guesses, setGuesses] = useState<readonly string[]>(() => mixed.map(() => ''))
  const [checked, setChecked] = useState(false)
  const right = mixed.filter(({ name }, i) => guesses[i] === name).length
  const solved = checked && right === mixed.length
  const series = useMemo(
    () => (solved ? mixed : mixed.map(({ values }, i) => ({ name: `curve ${letterOf(i)}`, values }))),
    [mixed, solved],
  )
  return (
    <div className="lab-body">
      <Curves series={series} highest={280} label={solved ? 'Errors' : 'Errors of four curves to be named'} />
      <div className="mystery-guesses">
        {mixed.map(({ name }, i) => (
          <label key={name}>
            {letterOf(i)}
            <select
              className="input"
              value={guesses[i]}
              onChange={({ target }) => {
                setGuesses(guesses.map((guess, j) => (j === i ? target.value : guess)))
                setChecked(false)
              }}
            >
              <option value="">which one?</option>
              {named.map((each) => (
                <option key={each.name}>{each.name}</option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <div className="lab-controls">
        <button
          type="button"
          className="button small"
          disabled={guesses.includes('')}
          onClick={() => setChecked(true)}
        >
          Check
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => {
            setGuesses(mixed.map(({ name }) => name))
            setChecked(true)
          }}
        >
          Name them
        </button>
        <span role="status">{checked && said(right, mixed.length)}</span>
      </div>
      <Measured run={runs[0]} />
    </div>
  )
}

const letterOf = (i: number) => String.fromCharCode(65 + i)

const said = (right: number, all: number) =>
  right === all
    ? 'All four: a training curve lies below its test curve and is smoother; the residual network lies below the plain one.'
    : `${right} of ${all} are right. Which curves are smooth, and which jump?`
