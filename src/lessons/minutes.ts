import type { LessonSource } from './description'

/** Words a minute, of prose that is to be understood. */
const pace = 150

/** Minutes that a question takes, and that one spends with what a slide shows. */
const perQuestion = 1
const perSlide = 1

/** About how many minutes a lesson takes: reading it, looking at what it shows, and answering what it asks. */
export function minutesOf({
  words,
  questions,
  steps,
}: Pick<LessonSource, 'words' | 'questions' | 'steps'>): number {
  return words / pace + questions * perQuestion + steps.length * perSlide
}

/** The minutes of several lessons, to five. */
export function minutesTogether(lessons: readonly Parameters<typeof minutesOf>[0][]): number {
  return Math.max(5, 5 * Math.round(lessons.reduce((sum, lesson) => sum + minutesOf(lesson), 0) / 5))
}
