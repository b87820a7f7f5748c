import { useState } from 'react'
import { Frame } from '../../exercises/Frame'
import { orderOf } from '../../exercises/random'
import type { LabAbout } from '../../lab/about'
import type { LabWords } from '../../lessons/labs'
import { writeRoute } from '../route/route'

/** Below a lab: what to look for, and a question that it answers, or the way to the slide that asks one. */
export function LabNotes({ words: { look, question, slide } }: { readonly words: LabWords }) {
  if (!look && !question && !slide) return null
  return (
    <div className="lab-notes">
      {look && (
        <section aria-labelledby="lab-look">
          <h2 id="lab-look">What to look for</h2>
          <ul>
            {look.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {question && <LabQuestion {...question} />}
      {slide && (
        <p className="soft">
          Its questions are on the slide{' '}
          <a
            href={writeRoute({
              ...{ page: 'lesson', lesson: slide.lesson.id, step: slide.step.id, lab: {} },
              ...{ deck: false, notes: false, order: 'course' },
            })}
          >
            {slide.step.title}
          </a>{' '}
          of the lesson {slide.lesson.title}.
        </p>
      )}
    </div>
  )
}

/** Answered by what the lab shows, so it is asked anew at every visit. */
function LabQuestion({ ask, answers }: NonNullable<LabAbout['question']>) {
  const [chosen, setChosen] = useState<number | null>(null)
  const answer = chosen === null ? null : answers[chosen]
  return (
    <Frame ask={ask} right={answer && answer.right === true} feedback={answer?.why}>
      <div className="question-options" role="radiogroup" aria-label="Answers">
        {orderOf(answers.length, ask).map((i) => (
          <label key={i} className="question-option">
            <input type="radio" name="lab-question" checked={chosen === i} onChange={() => setChosen(i)} />
            <span>{answers[i].text}</span>
          </label>
        ))}
      </div>
    </Frame>
  )
}
