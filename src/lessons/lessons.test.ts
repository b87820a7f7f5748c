import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { families } from '../architectures/index'
import { modules } from '../../content/course'
import { readLesson } from '../../tools/lessons/read'
import { slips } from '../../content/slips/index'
import { type ReferenceName, references } from '../../content/references'
import { type PracticeKind, practiceKinds, type PracticeName } from '../exercises/practice'
import { orderOf } from '../exercises/random'
import { checkLesson, type ReadLesson } from './check'
import { numbers } from './numbers'
import { lectureSlides, slidesOf, type StepDescription } from './description'

const root = resolve(import.meta.dirname, '../..')
const known = {
  images: readdirSync(resolve(root, 'public/images')).map((name) => name.replace(/\.\w+$/, '')),
}

const files = [...modules, { id: 'talk' }].flatMap(({ id }) => {
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

describe('a mistake of an author', () => {
  const step = (attributes: string, body = '') =>
    readLesson(
      'content/m1/1-test.mdx',
      `# Test\n\n<Step id="a" title="A" ${attributes.includes('goal=') ? '' : 'goal="count"'} ${attributes}>\n\nText. ${body}${body.includes('<Brief>') ? '' : ' <Brief>It counts.</Brief>'}\n\n<Practice of="conv-params" kind="parameters" />\n\n<Notes>\n\nSay it.\n\n</Notes>\n\n</Step>\n`,
    )
  const messages = (lesson: ReadLesson) =>
    checkLesson(lesson, known).map(({ line, message }) => `${line}: ${message}`)

  it.each([
    ['network="resnet-20"', '', '3: there is no network "resnet-20"; did you mean cifar-resnet20'],
    [
      'show="bigger" with={{ widht: 8 }}',
      '',
      '3: bigger: the lab has no option "widht"; did you mean width?',
    ],
    [
      'show="bigger" with={{ width: 10 }}',
      '',
      '3: bigger: option "width" cannot be 10: it takes 4, 8, 16, 32 or 64',
    ],
    [
      'show="memory-stack" with={{ networks: ["resnet81"] }}',
      '',
      '3: memory-stack: option "networks" cannot be resnet81: it takes names of networks; did you mean resnet',
    ],
    ['with={{ width: 8 }}', '', '3: with={{ … }} is told to a lab; name it as show="…"'],
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
    ['slides="S46"', '', '3: slides of <Step> names a slide that the lecture has not: they are S1 to S45'],
    ['network="resnet18" table="stagez"', '', '3: there is no table "stagez"; did you mean stages?'],
    ['network="resnet18" scale="log"', '', '3: there is no scale "log"; it is one of auto, linear, sqrt'],
    [
      'network="resnet18" links="some"',
      '',
      '3: there is no way to draw links "some"; it is one of flow, all',
    ],
    ['network="resnet18" expand="al"', '', '3: there is no way to expand "al"; did you mean all?'],
    ['network={18}', '', '3: network of <Step> is 18, not a text'],
    ['network="resnet18"', '<Count of="parms" />', '5: there is no count "parms"; did you mean params?'],
    [
      'network="resnet18"',
      '<Count off="params" />',
      '5: there is no attribute of <Count> "off"; did you mean of?',
    ],
    [
      'network="resnet18"',
      '<Count as="shrt" />',
      '5: there is no way to write a count "shrt"; did you mean short',
    ],
    [
      'network="resnet18"',
      '<Count value={(n) => n.params("resnet18", "conv9")} />',
      '5: value of <Count>: ResNet-18 has no "conv9"',
    ],
    ['network="resnet18"', '<Shape />', '5: <Shape> needs at'],
    ['', '<Count network="resnet20" at="conv1" />', '5: there is no network "resnet20"; did you mean'],
    ['', '<Quote from="S99">it</Quote>', '5: from of <Quote> names a slide that the lecture has not'],
    ['', '<Source of="resnett" />', '5: there is no reference "resnett"; did you mean resnet'],
    [
      '',
      '<Term of="receptive fields">it</Term>',
      '5: there is no term of the glossary "receptive fields"; did you mean receptive field',
    ],
    ['', '<Slip e={99} />', '5: e of <Slip> is no slip of content/slips'],
    [
      '',
      '<Practice of="conv-parms" kind="parameters" />',
      '5: there is no exercise "conv-parms"; did you mean conv-params',
    ],
    [
      '',
      '<Practice of="conv-params" kind="MACs" />',
      '5: <Practice of="conv-params"> asks for parameters, and its slide practices MACs',
    ],
    [
      '',
      '<Curve runs={["a"]} of={["testEror"]} />',
      '5: there is no curve "testEror"; did you mean testError',
    ],
    [
      '',
      '<Table network="resnet18" columns={["shapes"]} />',
      '5: there is no column "shapes"; did you mean shape',
    ],
    [
      '',
      '<Compare networks={["resnet18", "resnet43"]} />',
      '5: there is no network "resnet43"; did you mean resnet',
    ],
    [
      '',
      '<Choice ask="Which?" options={[{ text: "a", why: "b" }, { text: "c", why: "d" }]} />',
      '5: options of <Choice> has to have exactly one with right: true',
    ],
    [
      '',
      '<Choice ask="Which?" options={[{ text: "a", why: "b", rihgt: true }, { text: "c", why: "d" }]} />',
      '5: there is no field of options of <Choice>, 1 of 2, "rihgt"; did you mean right?',
    ],
    ['', '<Predict ask="How many?" />', '5: <Predict> needs answer'],
    [
      '',
      '<Predict ask="How many?" answer={(n) => "many"} />',
      '5: answer of <Predict>, asked, is "many", not a number',
    ],
    ['', '<Predict ask="How many?" answer={7} within={2} />', '5: within of <Predict> is 2, not a share'],
    [
      'network="resnet18"',
      '<Predict ask="How many?" answer={7} hides={["conv2_x/blok1"]} />',
      '5: there is no node of ResNet-18 "conv2_x/blok1"; did you mean conv2_x/block1',
    ],
    [
      'show="memory-stack"',
      '<Predict ask="How many?" answer={7} hides={["larges"]} />',
      '5: there is no readout of memory-stack "larges"; did you mean largest?',
    ],
    [
      '',
      '<Predict ask="How many?" answer={7} hides={["conv1"]} />',
      '5: hides needs a lab or a network to hide something of',
    ],
    ['', '<Order ask="Sort." items={["a", "a"]} />', '5: items of <Order> names something twice'],
    [
      '',
      '<Cloze text="A {} and a {}." blanks={[{ answer: 1 }]} />',
      '5: <Cloze> has 2 gaps {} in its text and 1 blanks',
    ],
    [
      '',
      '<Cloze text="A {}." blanks={[{ answer: "x", options: ["a", "b"] }]} />',
      '5: blanks of <Cloze> has a word that is not among its options',
    ],
    ['goal="Count a layer."', '', '3: goal of <Step> follows "You learn to"'],
    [
      '',
      `<Brief>${'word '.repeat(45)}<Count network="resnet18" /></Brief>`,
      '5: <Brief> has 46 words; 45 fit on a wall',
    ],
    ['', '<Brief>One.</Brief> <Brief>Two.</Brief>', '5: a slide has one <Brief>'],
    ['', '<Brief><Count network="resnet81" /></Brief>', '5: there is no network "resnet81"; did you mean'],
    ['', '<Notes of="x">Say</Notes>', '5: there is no attribute of <Notes> "of"'],
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
      const frames = own.map((lesson) => lesson.frames.map(({ name, line }) => ({ name, line, lesson })))
      const [why, unsolved] = frames.flat()
      expect(frames.flat().map(({ name }) => name)).toEqual(['Why', 'Unsolved'])
      expect(why.lesson).toBe(own[0])
      expect(why.line).toBeLessThan(own[0].steps[0].line)
      expect(unsolved.lesson).toBe(own[own.length - 1])
      expect(unsolved.line).toBeGreaterThan(own[own.length - 1].steps.at(-1)!.line)
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
          return orderOf(options.length, question).map((i) => options[i])
        }),
    ),
  )

  /** How often a habit of guessing may be right by chance: the mean and two and a half standard deviations. */
  const most = (of: readonly (readonly Option[])[]) => {
    const shares = of.map((options) => 1 / options.length)
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
    return sum(shares) + 2.5 * Math.sqrt(sum(shares.map((share) => share * (1 - share))))
  }

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
