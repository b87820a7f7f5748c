import { percent } from '../../../ui/format'
import { Bars } from '../../shared/Bars'
import type { Model } from '../../shared/models'
import type { Answer } from './useOperation'

/** Classes that are shown of an answer. */
const shown = 4

/** What a network says now, with what it said as it was trained. */
export function Answers({ model, answer }: { readonly model: Model; readonly answer?: Answer }) {
  if (!answer) return <p className="soft lab-wait">{model.title}: not yet run.</p>
  const { now, whole } = answer
  const named = model.classes.map((name, i) => ({
    name: name.replaceAll('-', ' '),
    now: now[i],
    whole: whole[i],
  }))
  const first = (which: 'now' | 'whole') =>
    named.reduce((best, each) => (each[which] > best[which] ? each : best))
  const isSame = first('now') === first('whole')
  // What it said before stays in sight, also where it says something else.
  const listed = [...named].sort((a, b) => b.now - a.now).slice(0, shown)
  if (!listed.includes(first('whole'))) listed.splice(shown - 1, 1, first('whole'))
  return (
    <section aria-label={model.title}>
      <Bars
        caption={
          <>
            <strong>{model.title}</strong>: {first('now').name}
            {isSame ? ', as when it was trained' : `, was ${first('whole').name}`}
          </>
        }
        most={1}
        bars={listed.map(({ name, now, whole }) => ({
          id: name,
          name,
          value: now,
          text: `${percent(now)}, was ${percent(whole)}`,
          colour: isSame ? 'var(--accent)' : 'var(--error)',
          striped: !isSame,
        }))}
      />
    </section>
  )
}
