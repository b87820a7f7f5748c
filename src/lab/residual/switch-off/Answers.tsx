import { percent } from '../../../ui/format'
import { Bars } from '../../shared/Bars'
import { ClassSeen } from '../../shared/ClassSeen'
import type { Model } from '../../shared/models'
import type { Answer } from './useOperation'

/** Classes that are shown of an answer. */
const shown = 3

interface Props {
  readonly model: Model
  readonly answer?: Answer
  /** The class that is looked for in the picture, of both networks; null for none. */
  readonly asked: number | null
  readonly onAsk: (index: number | null) => void
}

function saidBy({ classes }: Model, { now, whole }: Answer) {
  const named = classes.map((name, i) => ({
    id: String(i),
    name: name.replaceAll('-', ' '),
    now: now[i],
    whole: whole[i],
  }))
  const first = (which: 'now' | 'whole') =>
    named.reduce((best, each) => (each[which] > best[which] ? each : best))
  return { named, first, isSame: first('now') === first('whole') }
}

/** The same in a line, for a page on which the answers themselves are further down. */
export function AnswerLine({ model, answer }: Pick<Props, 'model'> & { readonly answer: Answer }) {
  const { first, isSame } = saidBy(model, answer)
  const [now, before] = [first('now'), first('whole')]
  return (
    <span>
      <strong>{model.title}</strong>: {now.name} {percent(now.now)}, was{' '}
      {isSame ? percent(before.whole) : `${before.name} ${percent(before.whole)}`}
    </span>
  )
}

/** What a network says now, with what it said as it was trained, and where it sees the class that is asked for. */
export function Answers({ model, answer, asked, onAsk }: Props) {
  if (!answer) return <p className="soft lab-wait">{model.title}: not yet run.</p>
  const { graph, pixels, evidence } = answer
  const { named, first, isSame } = saidBy(model, answer)
  const ordered = [...named].sort((a, b) => b.now - a.now)
  // What it said before stays in sight, also where it says something else, and so does what was asked for.
  const kept = new Set([first('whole'), ...(asked === null ? [] : [named[asked]])])
  const others = ordered.filter((each) => !kept.has(each)).slice(0, shown - kept.size)
  const listed = ordered.filter((each) => kept.has(each) || others.includes(each))
  return (
    <section aria-label={model.title}>
      <Bars
        caption={
          <>
            <strong>{model.title}</strong>: {first('now').name}
            {isSame ? ', the same answer as when trained' : `, was ${first('whole').name}`}
          </>
        }
        most={1}
        bars={listed.map(({ id, name, now, whole }) => ({
          id,
          name,
          value: now,
          text: `${percent(now)}, was ${percent(whole)}`,
          colour: isSame ? 'var(--accent)' : 'var(--error)',
          striped: !isSame,
        }))}
        onChoose={(id) => onAsk(Number(id) === asked ? null : Number(id))}
        chosen={asked === null ? null : String(asked)}
      />
      <ClassSeen
        graph={graph}
        pixels={pixels}
        evidence={evidence}
        index={asked}
        name={named[asked ?? 0].name}
      />
    </section>
  )
}
