import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { own } from '../../content/course'
import { readLesson } from '../../tools/lessons/read'
import { runsIn } from '../../tools/zoo.mjs'
import { judge } from '../exercises/judge'
import { trainingOf, type TransferReport } from '../recorded/report'
import { lessons, slides } from './course'
import { numbers, type Numbers } from './numbers'
import type { Value, Words } from './vocabulary/Questions'

const get = <T extends string | number>(value: T | ((n: Numbers) => T)): T =>
  typeof value === 'function' ? value(numbers) : value

interface Asked {
  readonly ask: Words
  readonly answer: Value
  readonly within?: number
  readonly unit?: string
  readonly mistakes: readonly { readonly value: Value; readonly say: Words }[]
}

const root = resolve(import.meta.dirname, '../..')
// Lessons that somebody added may end without one.
const questions = lessons
  .filter(({ module }) => module !== own.id)
  .map(({ id, module }) => {
    const file = readdirSync(resolve(root, 'content', module)).find((name) => name.endsWith(`-${id}.mdx`))!
    const path = `content/${module}/${file}`
    const lesson = readLesson(path, readFileSync(resolve(root, path), 'utf8'))
    const mixed = lesson.frames.filter(({ name }) => name === 'Mixed')
    const last = lesson.frames.at(-1)
    return { id, lesson, mixed, isLast: last !== undefined && last === mixed[0] }
  })

/** What a pencil gives. */
const byHand: Readonly<Record<string, number>> = {
  shapes: 55 * 55 * 96,
  parameters: 6 * 6 * 256 * 4096 + 4096,
  'compute-and-memory': 44,
  'depth-and-field': (11 + 2 * 4 + 4 * 8 - 1) / 2,
  'imagenet-race': (7 * 144 * 1_582_671_872) / 1e9,
  'before-googlenet': (9 + 4 + 1) * 256 * 4096,
  'mixed-kernels': 25 * 192 * 32 - 9 * 192 * 32 - 9 * 32 * 32,
  'one-by-one': (192 - 32) * (128 + 128 + 32 + 64),
  'whole-net': 14 * 14 * 1024 * 1000,
  'count-it': (7 * 7 * 3 * 64 - 7 * 7 * 24 - 24 * 64) * 112 * 112,
  'training-it': 2 * (16 - 1) * 128 * 1024,
  'what-it-computes': 2.2426,
  'train-and-inference': 1 - 1 / Math.sqrt(0.9 + 2 / 3),
  'why-it-helps': Math.sqrt(512),
  degradation: 12 * (9 * 16 * 16 + 32 + 9 * 32 * 32 + 64 + 9 * 64 * 64 + 128),
  'residual-block': 9 * 64 * 128 + 9 * 128 * 128 + 64 * 128 + 3 * 2 * 128,
  shortcuts: 13 * 112 * 112 * 64 * 64,
  'resnet-18': 2 * 9 * 64 * 64 * 56 * 56,
  bottlenecks: 64 * 256 + 256 * 512 + 512 * 1024 + 1024 * 2048,
  'gradient-flow': (100 * 1.8) / 1.1 ** 8,
  'grouped-convolution': 5 * 5 * 48 * 256 * 27 * 27 + (9 * 192 * 384 + 9 * 192 * 256) * 13 * 13,
  cardinality: 64 * (256 * 4 + 9 * 4 * 4 + 4 * 256),
  concatenate: 9 * 12 * (16 + 28 + 40 + 52 + 64 + 76),
  growth: (64 + 6 * 32 + 12 * 32) ** 2,
  'densenet-121': ((256 + 48 * 32) / 2) * 4 * 32,
  'cost-and-reuse': ((64 + 96 + 128 + 160 + 192 + 224) * 56 * 56 * 32 * 4) / 1e6,
  compare: 138_357_544 - 102_764_544 - 16_781_312 - 4_097_000 + 513 * 1000,
  'data-hunger': 66.67,
  'freeze-or-fine-tune': 2 * (64 + 4 * 64 + 5 * 128 + 5 * 256),
  'when-it-does-not-help': 5000,
  workbench: 5.76,
  sources: 25_028_904 + 68_224,
}

describe.each(questions)('the lesson $id', ({ id, lesson, mixed, isLast }) => {
  const { attributes, uses } = mixed[0] ?? { attributes: {}, uses: [] }
  const asked = uses[0]?.attributes as unknown as Asked

  it('ends with one harder question', () => {
    expect([mixed.length, isLast]).toEqual([1, true])
  })

  it('takes for it what two slides or more have taught, one of its own and none of a later lesson', () => {
    const of = String(attributes.of).split(/\s+/)
    const places = of.map((key) => slides.findIndex((slide) => slide.key === key))
    const end = slides.findLastIndex((slide) => slide.lesson.id === id)
    expect(of.filter((_, i) => places[i] < 0 || places[i] > end)).toEqual([])
    expect(new Set(of).size).toBeGreaterThanOrEqual(2)
    expect(of.some((key) => key.startsWith(`${id}/`))).toBe(true)
  })

  it('judges right what a pencil gives, and knows the slips for slips', () => {
    const [answer, hand] = [get(asked.answer), byHand[id]]
    const verdict = (value: number) => judge(String(value), answer, judging)
    const mistakes = asked.mistakes.map(({ value, say }) => ({ value: get(value), say: get(say) }))
    const judging = { within: asked.within, mistakes }
    expect(verdict(Number(hand.toPrecision(12))).kind).toBe('right')
    expect(mistakes.length).toBeGreaterThanOrEqual(3)
    expect(mistakes.map(({ value }) => verdict(value))).toEqual(
      mistakes.map(({ say }) => ({ kind: 'mistake', say })),
    )
    expect(uses[0].text.length).toBeGreaterThan(20)
  })

  it('does not ask what one of its slides asks', () => {
    const answers = lesson.steps.flatMap(({ uses }) =>
      uses.filter(({ name }) => name === 'Predict').map(({ attributes }) => get(attributes.answer as Value)),
    )
    expect(answers).not.toContain(get(asked.answer))
  })
})

it('the runs on four classes took the steps that the last lesson on transfer names', () => {
  const [report] = runsIn('public/runs').transfers as unknown as readonly TransferReport[]
  const passes = (each: number) => trainingOf(report, each, report.target.length)
  expect([passes(50).steps, passes(2500).steps, report.batch, report.target.length]).toEqual([
    100, 400, 64, 4,
  ])
  const images = 2500 * report.target.length
  expect((passes(50).passes * images) / report.batch).toBe(byHand['when-it-does-not-help'])
})
