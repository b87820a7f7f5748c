import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { Chart } from '../../../ui/Plot'
import { TableScroll } from '../../shared/TableScroll'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { rowsOf } from './rows'
import type { Shot } from './shots'
import { confusion, guesses, type Taught } from './teach'

interface Props {
  readonly taught: Taught
  readonly held: readonly Shot[]
  readonly names: readonly string[]
  /** The held-out image that is looked at more closely. */
  readonly chosen: number
  readonly onChoose: (image: number) => void
}

/** How the training went, and what it gives on the images that were held out. */
export function Results({ taught, held, names, chosen, onChoose }: Props) {
  const error = taught.tests.at(-1)!.error
  const table = confusion(taught.shares, held, names.length)
  const seen = guesses(taught.shares, names.length)
  return (
    <section aria-label="Results">
      <p role="status">
        <b>{percent(error)}</b> of the {held.length} held-out images are taken for something else; guessing
        would get {percent(1 - 1 / names.length)} wrong. One image counts for {percent(1 / held.length)}.
      </p>
      <Curves taught={taught} />
      <TableScroll label="Confusion matrix">
        <table className="lab-table own-confusion">
          <caption>Held-out images: what they show (rows), what they were taken for (columns)</caption>
          <thead>
            <tr>
              <td />
              {names.map((name, i) => (
                <th key={i} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map((row, i) => (
              <tr key={i}>
                <th scope="row">{names[i]}</th>
                {row.map((many, j) => (
                  <td key={j} className={i === j ? 'used' : many > 0 ? 'own-wrong' : undefined}>
                    {many}
                    {i !== j && many > 0 && ' ✗'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <ul className="own-held" aria-label="Held-out images">
        {held.map(({ id, label, pixels }, i) => {
          const right = seen[i] === label
          const share = taught.shares[i * names.length + seen[i]]
          return (
            <li key={id} className={right ? undefined : 'own-wrong'}>
              <button
                type="button"
                aria-pressed={i === chosen}
                aria-label={`Look closer at image ${i + 1}, which shows ${names[label]}`}
                onClick={() => onChoose(i)}
              >
                <PixelCanvas pixels={pixels} />
              </button>
              <span className="small-text">
                {right ? '✓' : '✗'} {names[seen[i]]}, {percent(share)}
              </span>
            </li>
          )
        })}
      </ul>
      <div className="lab-controls">
        <SaveNumbers name="own-classes" rows={() => rowsOf(taught, held, names)} />
      </div>
    </section>
  )
}

function Curves({ taught: { losses, tests } }: { readonly taught: Taught }) {
  const draw = useMemo(
    () => () => ({
      height: 180,
      grid: true,
      x: { label: 'step', domain: [0, losses.length] },
      y: { label: 'loss (line), held-out error (dots)', domain: [0, Math.max(1, ...losses)] },
      marks: [
        Plot.line(losses, {
          x: (_, i) => i + 1,
          y: (loss: number) => loss,
          stroke: 'var(--path-1)',
          strokeWidth: 2,
        }),
        Plot.line(tests, {
          x: 'step',
          y: 'error',
          stroke: 'var(--path-2)',
          strokeDasharray: '5 4',
          strokeWidth: 2,
        }),
        Plot.dot(tests, { x: 'step', y: 'error', fill: 'var(--path-2)', r: 4 }),
      ],
      told: tests.map(({ step, error }) => ({
        x: step,
        y: error,
        words: [
          ...(step > 0 ? [`step ${step}, loss ${losses[step - 1].toFixed(2)}`] : ['before the first step']),
          `${percent(error)} of the held-out images wrong`,
        ].join('\n'),
      })),
    }),
    [losses, tests],
  )
  const last = tests.at(-1)!
  return (
    <Chart
      label={`Training loss by step, from ${losses[0].toFixed(2)} to ${losses.at(-1)!.toFixed(2)}; error on the held-out images from ${percent(tests[0].error)} to ${percent(last.error)}`}
      draw={draw}
    />
  )
}
