import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { families } from '../architectures/index'
import { modules } from '../../content/course'
import { knownOf, lessonFolders } from '../../tools/lessons/known'
import { readLesson } from '../../tools/lessons/read'
import { slips } from '../../content/slips/index'
import { type ReferenceName, references } from '../../content/references'
import { type PracticeKind, practiceKinds, type PracticeName } from '../exercises/practice'
import { orderOf } from '../exercises/random'
import { checkLesson, type ReadLesson } from './check'
import { numbers } from './numbers'
import { lectureSlides, slidesOf, type StepDescription } from './description'

const root = resolve(import.meta.dirname, '../..')
const known = knownOf(root)

const files = lessonFolders.flatMap((id) => {
  try {
    return readdirSync(resolve(root, 'content', id)).map((name) => `content/${id}/${name}`)
  } catch {
    return []
  }
})
const kept = new Map<string, ReadLesson>()
function read(file: string): ReadLesson {
  let lesson = kept.get(file)
  if (!lesson) kept.set(file, (lesson = readLesson(file, readFileSync(resolve(root, file), 'utf8'))))
  return lesson
}

describe.each(files)('%s', (file) => {
  const lesson = read(file)

  it('names only what there is', () => expect(checkLesson(lesson, known)).toEqual([]))

  it('types no number about a network', () =>
    expect(
      [...lesson.steps, ...lesson.frames].flatMap(({ line, attributes, prose, brief }) =>
        [...prose, ...brief, { text: String(attributes.goal ?? ''), line }]
          .filter(({ text }) => typed(text))
          .map(({ text, line }) => `line ${line}: ${text}`),
      ),
    ).toEqual([]))
})

/** Digits that are names or sizes of windows, not counts: `ResNet-18`, `3×3`, `S12`, a year, block 3a, a single digit. */
const named =
  /\b(?:[A-Za-z]+(?:-[A-Za-z]+)*-\d+(?:-\d+)?|conv\d\w*|[SEM]\d+|(?:19|20)\d\d|\d[a-e]|\d+×\d+(?:d)?|[CWL]\d|\d)\b/g

function typed(text: string): boolean {
  return /\d/.test(text.replace(named, ''))
}

describe('the slips', () => {
  it('have numbers of their own', () => expect(new Set(slips.map(({ e }) => e)).size).toBe(slips.length))

  it.each(slips.map((slip) => [slip.e, slip] as const))(
    'E%i counts without failing and cites what there is',
    (_, slip) => {
      expect(slip.count(numbers).length).toBeGreaterThan(0)
      expect(slip.says ?? slip.shows).toBeTypeOf('string')
      for (const text of [slip.about, slip.truth(numbers), slip.because(numbers), ...slip.count(numbers)])
        expect(text).not.toMatch(/undefined|NaN|^$/)
      for (const [reference] of slip.sources)
        expect(references[reference as ReferenceName]?.title).toBeTypeOf('string')
      expect(slidesOf(slip as unknown as StepDescription).every((slide) => slide >= 1 && slide <= 45)).toBe(
        true,
      )
    },
  )
})

describe('the course', () => {
  const steps = files.flatMap((file) =>
    read(file).steps.map(({ attributes }) => attributes as unknown as StepDescription),
  )
  const taught = new Set(steps.flatMap(({ teaches = '' }) => teaches.split(/\s+/)))

  it('teaches every slide of the lecture', () => {
    const covered = new Set(steps.flatMap(slidesOf))
    const missing = Array.from({ length: lectureSlides }, (_, i) => i + 1).filter(
      (slide) => !covered.has(slide),
    )
    expect(missing.map((slide) => `S${slide}`)).toEqual([])
  })

  it.each(modules.map(({ id }) => id))(
    'tells in %s which problem it began with, and what remained unsolved',
    (id) => {
      const own = files
        .filter((file) => file.startsWith(`content/${id}/`))
        .map(read)
        .sort((a, b) => a.place - b.place)
      const frames = own.map((lesson) =>
        lesson.frames
          .filter(({ name }) => name !== 'Mixed')
          .map(({ name, line }) => ({ name, line, lesson })),
      )
      const [why, unsolved] = frames.flat()
      expect(frames.flat().map(({ name }) => name)).toEqual(['Why', 'Unsolved'])
      expect(why.lesson).toBe(own[0])
      expect(why.line).toBeLessThan(own[0].steps[0].line)
      // Lessons that somebody added may follow.
      expect(unsolved.line).toBeGreaterThan(unsolved.lesson.steps.at(-1)!.line)
    },
  )

  it('says of every slide something else that one learns, in half a sentence', () => {
    const goals = steps.filter(({ kind }) => kind === undefined).map(({ goal }) => goal)
    expect(goals.filter((goal, i) => goals.indexOf(goal) !== i)).toEqual([])
    expect(goals.filter((goal) => goal!.split(' ').length > 18)).toEqual([])
  })

  it('has a slide for every family, where the inspector leads to', () =>
    expect(families.map(({ id }) => id).filter((id) => !taught.has(id))).toEqual([]))

  it('tells all slips of the lecture', () =>
    expect(slips.map(({ e }) => e)).toEqual(Array.from({ length: 46 }, (_, i) => i + 1)))

  it('shows every slip on a slide', () => {
    const shown = new Set(
      files.flatMap((file) =>
        read(file).steps.flatMap(({ uses }) =>
          uses.filter(({ name }) => name === 'Slip').map(({ attributes }) => attributes.e),
        ),
      ),
    )
    expect(slips.map(({ e }) => e).filter((e) => !shown.has(e))).toEqual([])
  })
})

describe('the choices of the course', () => {
  interface Option {
    readonly text: string | ((n: typeof numbers) => string)
    readonly right?: boolean
  }
  const said = (words: Option['text']) => (typeof words === 'string' ? words : words(numbers))
  const choices = files.map(read).flatMap(({ id, steps }) =>
    steps.flatMap((step) =>
      step.uses
        .filter(({ name }) => name === 'Choice')
        .map(({ attributes }) => {
          const options = attributes.options as readonly Option[]
          const question = `${id}/${String(step.attributes.id)}#${said(attributes.ask as Option['text']).slice(0, 60)}`
          return orderOf(options.length, question).map((i) => ({ ...options[i], place: i }))
        }),
    ),
  )

  /** How often a habit of guessing may be right by chance: the mean and two and a half standard deviations. */
  const most = (of: readonly (readonly Option[])[]) => {
    const shares = of.map((options) => 1 / options.length)
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
    return sum(shares) + 2.5 * Math.sqrt(sum(shares.map((share) => share * (1 - share))))
  }

  it('stand in an order of their own, as written no more often than chance has it', () => {
    const orders = choices.map((options) => options.map((option) => option.place))
    const asWritten = orders.filter((order) => order.every((place, i) => place === i))
    const chances = orders.map(({ length }) => [1, 1, 2, 6, 24][length] ?? 120).map((of) => 1 / of)
    const mean = chances.reduce((all, chance) => all + chance, 0)
    expect(asWritten.length).toBeLessThanOrEqual(mean + 2.5 * Math.sqrt(mean))
  })

  it.each([0, 1, 2])('are not guessed by always taking the answer in place %i', (place) => {
    const those = choices.filter((options) => options.length > place)
    expect(those.length).toBeGreaterThan(20)
    expect(those.filter((options) => options[place].right).length).toBeLessThanOrEqual(most(those))
  })

  it('are not guessed by always taking the longest answer', () => {
    const longest = (options: readonly Option[]) =>
      options.reduce((a, b) => (said(b.text).length > said(a.text).length ? b : a))
    expect(choices.filter((options) => longest(options).right).length).toBeLessThanOrEqual(most(choices))
  })
})

describe('the practice of the course', () => {
  const practiced = files
    .map(read)
    .flatMap(({ id, steps }) =>
      steps.flatMap((step) =>
        step.uses
          .filter(({ name }) => name === 'Practice')
          .map(({ attributes }) => ({ slide: `${id}/${String(step.attributes.id)}`, step, ...attributes })),
      ),
    ) as unknown as readonly {
    slide: string
    step: ReadLesson['steps'][number]
    of: PracticeName
    kind: PracticeKind
  }[]

  it('asks for what the questions of its slide ask for', () => {
    const strange = practiced.filter(({ step, kind }) => {
      const units = step.uses
        .filter(({ name }) => name === 'Predict')
        .map(({ attributes }) => attributes.unit)
      const wanted: readonly unknown[] = practiceKinds[kind]
      return units.length > 0 && !units.some((unit) => wanted.includes(unit))
    })
    expect(strange.map(({ slide, of }) => `${slide}: ${of}`)).toEqual([])
  })

  it('is not the same on two slides of a module', () => {
    const modules = files.map(read)
    const moduleOf = (slide: string) => modules.find(({ id }) => slide.startsWith(`${id}/`))!.module
    const places = practiced.map(({ slide, of }) => `${moduleOf(slide)} ${of}`)
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([])
  })
})
