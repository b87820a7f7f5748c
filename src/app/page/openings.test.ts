import { expect, it } from 'vitest'
import { presets } from '../../architectures'
import { labs } from '../../lab/index'
import { lessons } from '../../lessons/course'
import { wordsOf } from '../../lessons/labs'
import { openingsOf } from './openings'

const openings = openingsOf(lessons)

it('every lesson, lab and network has words in the page before its scripts', () =>
  expect(Object.keys(openings).sort()).toEqual(
    [
      ...lessons.map(({ id }) => `course/${id}`),
      ...Object.keys(labs).map((lab) => `lab/${lab}`),
      ...presets.map(({ id }) => `n/${id}`),
    ].sort(),
  ))

it('a lab says there what its page says', () => {
  for (const lab of Object.keys(labs)) {
    const { title, goal } = wordsOf(lab)
    expect(openings[`lab/${lab}`], lab).toEqual({ title, about: `You learn to ${goal}.` })
  }
})

it('a network has its most wanted numbers there', () =>
  expect(openings['n/googlenet'].counts).toBe('22 layers deep, 6,998,552 parameters, 1.58 G MACs'))

it('a slide has its own title and goal there, in the order of its lesson', () => {
  for (const { id, steps } of lessons) {
    const own = openings[`course/${id}`].steps ?? {}
    expect(Object.keys(own), id).toEqual(steps.map((step) => step.id))
    expect(Object.values(own).map(({ title }) => title)).toEqual(steps.map(({ title }) => title))
  }
  expect(openings['course/mixed-kernels'].steps?.['four-paths'].about).toMatch(
    /^You learn to follow the four paths/,
  )
})
