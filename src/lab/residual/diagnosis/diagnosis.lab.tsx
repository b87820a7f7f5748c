import './diagnosis.css'
import { useMemo } from 'react'
import { Curves } from '../../../recorded/Curves'
import { Measured } from '../../../recorded/RunCurves'
import { useRuns } from '../../../recorded/useRuns'
import { percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { diagnose, type Diagnosis, errorOf, type Pair, seriesOf } from './diagnosis'
import { readGuesses, writeGuesses } from '../../shared/guesses'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Pairs of recorded trainings in which the second does worse on new images: the reader tells why. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { pairs } = value
  const { found, problem } = useRuns(pairs.flat())
  const cases = useMemo(
    () => (found ? pairs.map((_, i): Pair => [found[2 * i], found[2 * i + 1]]) : []),
    [found, pairs],
  )
  if (problem) return problem
  if (!found)
    return (
      <p className="soft lab-wait" aria-busy>
        Loading the recorded runs…
      </p>
    )
  return <Cases pairs={cases} value={value} onChange={onChange} />
}

function Cases({ pairs, value, onChange }: LabProps<typeof options> & { readonly pairs: readonly Pair[] }) {
  const withTraining = value.training
  const guesses = readGuesses(value.guesses, diagnoses)
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Errors shown"
          value={withTraining ? 'both' : 'test'}
          onChange={(shown) => onChange({ training: shown === 'both' })}
          choices={[
            { value: 'test', label: 'on new images' },
            { value: 'both', label: 'on training images, too' },
          ]}
        />
      </div>
      <p className="diagnosis-ask">For each pair, decide what the second training shows.</p>
      <div className="diagnosis">
        {pairs.map((pair, i) => (
          <Case
            key={pair[1].run.name}
            pair={pair}
            number={i + 1}
            withTraining={withTraining}
            guess={guesses[i + 1] ?? null}
            onGuess={(guess) => onChange({ guesses: writeGuesses({ ...guesses, [i + 1]: guess }) })}
          />
        ))}
      </div>
    </div>
  )
}

interface CaseProps {
  readonly pair: Pair
  readonly number: number
  readonly withTraining: boolean
  readonly guess: Diagnosis | null
  readonly onGuess: (guess: Diagnosis) => void
}

function Case({ pair, number, withTraining, guess, onGuess }: CaseProps) {
  const truth = diagnose(pair)
  const solved = guess === truth
  const series = useMemo(() => seriesOf(pair, withTraining, solved), [pair, withTraining, solved])
  return (
    <section aria-label={`Case ${number}`}>
      <Curves
        series={series}
        highest={340}
        ratio={0.8}
        label={`Case ${number}, errors`}
        quantity={withTraining || solved ? 'training and test error' : 'test error'}
      />
      <div className="lab-controls">
        <Segmented
          legend={`Case ${number}: the second shows`}
          value={guess}
          onChange={onGuess}
          choices={[
            { value: 'overfitting', label: 'overfitting' },
            { value: 'degradation', label: 'degradation' },
          ]}
        />
      </div>
      <p role="status">{guess && (solved ? reasonOf(pair, truth) : hint)}</p>
      <Measured runs={pair} />
    </section>
  )
}

const diagnoses = ['overfitting', 'degradation'] as const

const hint = 'No. Is it also worse on the images that it was trained on?'

function reasonOf([first, second]: Pair, truth: Diagnosis): string {
  const [own, other] = [second, first].map((run) => percent(errorOf(run, 'train')))
  const figures = own === other ? `${own} of them wrong in both` : `${own} of them wrong against ${other}`
  return truth === 'overfitting'
    ? `Yes. In the last epoch it fits its training images at least as well (${figures}) and new ones worse.`
    : `Yes. In the last epoch it is worse on its training images, too: ${figures}.`
}
