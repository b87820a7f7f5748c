import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { families } from '../architectures/index'
import { modules } from '../../content/course'
import { namesIn } from '../../tools/lessons/plugin'
import { readLesson } from '../../tools/lessons/read'
import { slips } from '../../content/slips/index'
import { type ReferenceName, references } from '../../content/references'
import { checkLesson, type ReadLesson } from './check'
import { numbers } from './numbers'
import { lectureSlides, slidesOf, type StepDescription } from './description'
import { components } from './vocabulary/index'
import { vocabulary } from './words'

const root = resolve(import.meta.dirname, '../..')
const known = {
  labs: namesIn(resolve(root, 'src/lab'), '.lab.tsx'),
  images: namesIn(resolve(root, 'public/images'), '.svg'),
}

const files = modules.flatMap(({ id }) => {
  try {
    return readdirSync(resolve(root, 'content', id)).map((name) => `content/${id}/${name}`)
  } catch {
    return []
  }
})
const read = (file: string): ReadLesson => readLesson(file, readFileSync(resolve(root, file), 'utf8'))

describe.each(files)('%s', (file) => {
  const lesson = read(file)

  it('names only what there is', () => expect(checkLesson(lesson, known)).toEqual([]))

  it('types no number about a network', () =>
    expect(
      lesson.steps.flatMap((step) =>
        step.prose.filter(({ text }) => typed(text)).map(({ text, line }) => `line ${line}: ${text}`),
      ),
    ).toEqual([]))
})

/** Digits that are names or sizes of windows, not counts: `ResNet-18`, `3×3`, `S12`, a year, block 3a, a single digit. */
const named =
  /\b(?:[A-Za-z]+(?:-[A-Za-z]+)*-\d+(?:-\d+)?|conv\d\w*|[SEM]\d+|(?:19|20)\d\d|\d[a-e]|\d+×\d+(?:d)?|[CWL]\d|\d)\b/g

function typed(text: string): boolean {
  return /\d/.test(text.replace(named, ''))
}

describe('the vocabulary', () => {
  it('is the list that the check knows', () =>
    expect(
      Object.keys(components)
        .filter((name) => name !== 'h1')
        .sort(),
    ).toEqual([...vocabulary].sort()))
})

describe('a mistake of an author', () => {
  const step = (attributes: string, body = '') =>
    readLesson(
      'content/m1/1-test.mdx',
      `# Test\n\n<Step id="a" title="A" ${attributes}>\n\nText. ${body}\n\n<Practice of="conv-params" />\n\n<Notes>\n\nSay it.\n\n</Notes>\n\n</Step>\n`,
    )
  const messages = (lesson: ReadLesson) =>
    checkLesson(lesson, known).map(({ line, message }) => `${line}: ${message}`)

  it.each([
    ['network="resnet-20"', '', '3: there is no network "resnet-20"; did you mean cifar-resnet20'],
    [
      'network="resnet18" focus="conv9_x"',
      '',
      '3: there is no node of ResNet-18 "conv9_x"; did you mean conv',
    ],
    [
      'network="resnet18"',
      '<Ref at="conv2_x/blok1">it</Ref>',
      'there is no node of ResNet-18 "conv2_x/blok1"',
    ],
    ['show="kernel-zoooo"', '', '3: there is no lab "kernel-zoooo"'],
    ['', '<Cuont of="params" />', 'there is no component "Cuont"; did you mean Count'],
    ['network="resnet18" colour="param"', '', '3: there is no colouring "param"; did you mean parameters'],
    ['slides="S46"', '', '3: slides="S46" names a slide that the lecture has not'],
    ['netwrok="resnet18"', '', 'there is no attribute of <Step> "netwrok"; did you mean network'],
  ])('%s %s is named with its line and what was most likely meant', (attributes, body, message) =>
    expect(messages(step(attributes, body)).join('\n')).toContain(message),
  )
})

describe('the slips', () => {
  it('have numbers of their own', () => expect(new Set(slips.map(({ e }) => e)).size).toBe(slips.length))

  it.each(slips.map((slip) => [slip.e, slip] as const))(
    'E%i counts without failing and cites what there is',
    (_, slip) => {
      expect(slip.count(numbers).length).toBeGreaterThan(0)
      for (const text of [slip.truth(numbers), slip.because(numbers), ...slip.count(numbers)])
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
