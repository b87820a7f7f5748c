import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { readLesson } from '../../tools/lessons/read'
import { count } from '../ui/format'
import { questions } from './attributes'
import type { ReadStep } from './check'
import { ShowingContext } from './context'
import { lessons } from './course'
import { numbers } from './numbers'
import { components } from './vocabulary/index'
import { wordsIn } from './words'

const content = resolve(import.meta.dirname, '../../content')

/** Nothing but words and numbers. */
const quiet = {
  ...components,
  ...Object.fromEntries(
    [...questions, 'Slip', 'Table', 'Compare', 'Curve'].map((name) => [name, () => null]),
  ),
}

/** The words of a slide's brief as they stand on a wall, formulas left out. */
async function briefOf({ id: lesson, load }: (typeof lessons)[number], step: string): Promise<string> {
  const Body = await load()
  const page = renderToStaticMarkup(
    createElement(
      ShowingContext,
      { value: { lesson, only: step, notes: false, brief: true } },
      createElement(Body, { components: quiet as never }),
    ),
  )
  const [, brief] = /<div class="step-brief">(.*?)<\/div>/s.exec(page)!
  return brief.replaceAll(/<math.*?<\/math>/gs, '').replaceAll(/<[^>]*>/g, '')
}

/** What the predictions of a slide ask for, where it is more than a digit. */
function answersOf({ uses }: ReadStep): readonly string[] {
  return uses
    .filter(({ name }) => name === 'Predict')
    .map(({ attributes: { answer } }) =>
      typeof answer === 'function' ? (answer as (n: typeof numbers) => number)(numbers) : Number(answer),
    )
    .filter((answer) => answer >= 10 && Number.isInteger(answer))
    .map(count)
}

describe.each(lessons)('$title', (lesson) => {
  const path = resolve(content, lesson.module, `${lesson.place}-${lesson.id}.mdx`)
  const { steps } = readLesson(path, readFileSync(path, 'utf8'))

  it.each(lesson.steps)('the brief of "$title" has every number and not the answer', async ({ id }) => {
    const brief = await briefOf(lesson, id)
    expect(brief).not.toMatch(/undefined|NaN|Infinity/)
    expect(wordsIn(brief)).toBeLessThan(60)
    const said = brief.match(/\d[\d,]*(?:\.\d+)?/g) ?? []
    const step = steps.find(({ attributes }) => attributes.id === id)!
    for (const answer of answersOf(step)) expect(said).not.toContain(answer)
  })
})
