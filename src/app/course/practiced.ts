import type { Kept } from '../../exercises/kept'
import { mixed } from '../../lessons/description'

/** The slides of a lesson of which a question was answered rightly, by their ids. */
export function practiced(lesson: string, answers: Kept['answers']): ReadonlySet<string> {
  const begin = `${lesson}/`
  return new Set(
    Object.entries(answers)
      .filter(([question, { right }]) => right && question.startsWith(begin))
      .map(([question]) => question.slice(begin.length).split('#')[0])
      .filter((step) => step !== mixed.id),
  )
}
