import { useMemo, useState } from 'react'
import { count, percent } from '../../ui/format'
import { duration, recipeInWords } from '../trained/words'
import { datasets } from '../../recorded/datasets'
import { Curves } from '../../recorded/Curves'
import type { History } from '../../recorded/history'
import { lineOf } from '../../recorded/kind'
import { commandOf, noiseInWords, shownInWords } from './history'
import { Breakable } from '../../ui/Breakable'

/** One recorded run: how it went, how it was made, and how to repeat it. */
export function RunDetails({
  history,
  name,
}: {
  readonly history: History
  /** What it is called among those beside it. */
  readonly name: string
}) {
  const { run, epochs, final, diverged } = history
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="run" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{name}</b>
        <code>
          <Breakable text={run.name} />
        </code>
        <span className="run-figure">
          {diverged || final.test.error === null
            ? `diverged in epoch ${epochs.length}`
            : `test error ${percent(final.test.error)}`}
        </span>
      </summary>
      {isOpen && <Opened history={history} />}
    </details>
  )
}

function Opened({ history }: { readonly history: History }) {
  const { run, epochs, machine, date, trainImages, testImages } = history
  const trainingName =
    (run.augmented === false ? 'error during training' : 'error during training, cropped and mirrored') +
    (run.cutout ? ', a square cut out' : '')
  const series = useMemo(
    () => [
      { name: trainingName, values: epochs.map((each) => each.trainError), of: lineOf(history) },
      { name: 'test error', values: epochs.map((each) => each.testError), of: lineOf(history) },
    ],
    [history, epochs, trainingName],
  )
  const seconds = epochs.reduce((sum, each) => sum + each.seconds, 0)
  return (
    <div className="run-opened">
      <Curves
        series={series}
        quantity="training and test error"
        label={`Errors of ${history.title} by epoch`}
      />
      <dl>
        <Fact name="Recipe" text={recipeInWords(run.recipe) + noiseInWords(history)} />
        <Fact
          name="Images"
          text={`${count(trainImages)} ${datasets[run.data ?? 'cifar10'].photographs} of ${history.classes.length} classes to train on, ${shownInWords(history)}; ${count(testImages)} to test`}
        />
        <Fact
          name="Training"
          text={`${epochs.length} of ${run.recipe.epochs} epochs in ${duration(seconds)} on ${machine}`}
        />
        <Fact name="Date and seed" text={`${date}, seed ${run.recipe.seed}`} />
        <div>
          <dt>Repeat it</dt>
          <dd>
            <code>{commandOf(history)}</code>, in <code>tools/training</code>
          </dd>
        </div>
        <div>
          <dt>All figures</dt>
          <dd>
            <a className="link" href={`runs/${run.name}.json`}>
              {run.name}.json
            </a>
          </dd>
        </div>
      </dl>
    </div>
  )
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
}
