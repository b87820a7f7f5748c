import './guess-count.css'
import { count, short } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Bars } from '../../shared/Bars'
import { claims, verdictOf, verdicts } from './claims'
import { readGuesses, writeGuesses } from '../../shared/guesses'
import { factsOf } from '../../shared/lecture-networks'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A card for each line of the slide: guess first whether there are more, then see the count. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { view } = value
  const guesses = readGuesses(value.guesses, verdicts)
  const right = claims.filter((claim) => guesses[claim.id] === verdictOf(claim)).length
  const made = Object.keys(guesses).length
  const most = view === 'cards' ? 0 : Math.max(...claims.map(({ id }) => factsOf(id)[view]))
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="What is shown"
          value={view}
          onChange={(view) => onChange({ view })}
          choices={[
            { value: 'cards', label: 'cards' },
            { value: 'params', label: 'parameters' },
            { value: 'macs', label: 'MACs' },
          ]}
        />
        <span role="status">{made === 0 ? 'Guess, then see the count.' : `${right} of ${made} right`}</span>
        {made > 0 && (
          <button type="button" className="button small" onClick={() => onChange({ guesses: '' })}>
            Start over
          </button>
        )}
      </div>
      {view === 'cards' ? (
        <ul className="guess-cards">
          {claims.map((claim) => {
            const guess = guesses[claim.id]
            const verdict = verdictOf(claim)
            return (
              <li key={claim.id} className="guess-card" data-right={guess ? guess === verdict : undefined}>
                <p>
                  <strong>{claim.name}</strong> <q className="soft">{claim.printed}</q>
                </p>
                {guess === undefined ? (
                  <span
                    className="guess-buttons"
                    role="group"
                    aria-label={`${claim.name} against ${claim.printed}`}
                  >
                    {verdicts.map((choice) => (
                      <button
                        key={choice}
                        type="button"
                        className="button small"
                        onClick={() =>
                          onChange({ guesses: writeGuesses({ ...guesses, [claim.id]: choice }) })
                        }
                      >
                        {choice}
                      </button>
                    ))}
                  </span>
                ) : (
                  <p>
                    {guess === verdict ? '✓' : '✗'} {verdict}:{' '}
                    <strong>{count(factsOf(claim.id).params)}</strong>
                  </p>
                )}
              </li>
            )
          })}
        </ul>
      ) : (
        <Bars
          caption={view === 'params' ? 'Parameters, counted' : 'MACs for one image, counted'}
          bars={claims.map(({ id, name }) => {
            const value = factsOf(id)[view]
            return { id, name, value, text: short(value, most) }
          })}
        />
      )}
    </div>
  )
}
