import { expect, it } from 'vitest'
import { modules } from '../../content/course'
import { lessons } from './course'
import { minutesOf, minutesTogether } from './minutes'

it('a lesson of 300 words with two slides and three questions takes seven minutes', () =>
  expect(
    minutesOf({
      words: 300,
      questions: 3,
      steps: [
        { id: 'a', title: 'A', goal: 'read' },
        { id: 'b', title: 'B', goal: 'read' },
      ],
    }),
  ).toBe(7))

it('every lesson has words and questions, and no module takes less than a quarter of an hour or more than two', () => {
  for (const lesson of lessons) {
    expect(lesson.words, lesson.id).toBeGreaterThan(50)
    expect(lesson.questions, lesson.id).toBeGreaterThanOrEqual(lesson.steps.length)
  }
  for (const { id } of modules) {
    const minutes = minutesTogether(lessons.filter(({ module }) => module === id))
    expect(minutes, id).toBeGreaterThanOrEqual(15)
    expect(minutes, id).toBeLessThanOrEqual(120)
  }
})

it('what a module builds on comes before it', () => {
  const ids = modules.map(({ id }) => id)
  for (const { id, needs } of modules)
    for (const need of needs) expect(ids.indexOf(need), `${id} needs ${need}`).toBeLessThan(ids.indexOf(id))
  for (const { needs } of modules) expect(needs.every((need) => ids.includes(need))).toBe(true)
})
