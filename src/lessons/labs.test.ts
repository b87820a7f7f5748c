import { expect, it } from 'vitest'
import { modules } from '../../content/course'
import { experiments } from '../lab/about'
import { labOptions } from '../lab/options'
import { labsOf, wordsOf } from './labs'

it('the list of labs has every lab once, among the experiments or below the module that shows it first', () => {
  const own = Object.keys(experiments)
  const shown = modules.flatMap(({ id }) => labsOf(id).map(({ lab }) => lab))
  const listed = [...own, ...shown.filter((lab) => !own.includes(lab))]
  expect([...listed].sort()).toEqual(Object.keys(labOptions).sort())
  expect(labsOf('m2').map(({ lab }) => lab)).toContain('norm-bench')
})

it('every lab has a title and a goal of its own or of its slide, and an experiment says what to look for', () => {
  for (const lab of Object.keys(labOptions)) expect(wordsOf(lab).goal, lab).toMatch(/^[a-z].*[^.]$/)
  const titles = Object.keys(labOptions).map((lab) => wordsOf(lab).title)
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  for (const { look, question } of Object.values(experiments)) {
    expect(look.length).toBeGreaterThanOrEqual(2)
    if (question) expect(question.answers.filter(({ right }) => right)).toHaveLength(1)
  }
})
