import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { namesOfClasses } from '../../import/classes'
import { openWeights } from '../../import/open'
import { ImportError } from '../../import/error'
import { recognise } from '../../import/recognise'
import { fromBytes } from '../../import/source'
import { kindOf } from '../../import/sniff'
import { readFile, writeKept } from '../../exercises/kept'
import { judge } from '../../exercises/judge'
import { firstParts, networkOfParts, recallParts } from '../../lab/workbench/block-builder/parts'
import { labOptions } from '../../lab/options'
import { readLab } from '../../lab/shared/schema'
import { orderOf } from '../../lessons/orders'
import { readList } from '../../offline/list'
import { readManifest, TrainedError } from '../../runtime/trained/manifest'
import { readKept } from '../mirror/link'
import { type Message, readMessage } from '../mirror/messages'
import { readOwn } from '../orders/kept'
import { clockTime, elapsed, setRight } from '../presenter/pace'
import { readTimer } from '../presenter/useTimer'
import { readRoute, writeRoute } from '../route/route'
import { readHash } from '../route/url'
import {
  anything,
  cases,
  type Chance,
  chanceOf,
  damaged,
  damagedJson,
  each,
  torn,
  words,
} from './hostile.fixture'

// What comes from outside, made up and damaged: a thousand cases from one seed, the same in every run.

const addresses = [
  '#/n/resnet18?shortcut=A&open=conv3_x&node=conv3_x/block1&seed=1&at=conv3_x,12,-4,1.5',
  '#/n/googlenet?aux=true&beside=resnet18&edit=conv1.filters:32&unit=1,2,3&backend=wasm',
  '#/course/shapes/tensor?deck&notes&order=lecture90&lab.width=46&answers=%7B%7D&card=left&card.at=conv1,1,2,3',
  '#/present/abc/shapes/tensor?order=shapes,parameters',
  '#/lab/bigger?width=32&blocks=3',
  '#/handout?per=6&order=lecture',
  '#/gallery?state=open',
]

function address(chance: Chance): string {
  const [path, query = ''] = chance.of(addresses).split('?')
  const said = query.split('&').map((part) => {
    const name = part.split('=')[0]
    return chance.below(3) > 0
      ? part
      : `${name}=${encodeURIComponent(chance.of(words).replace(/\p{Surrogate}/gu, ''))}`
  })
  const whole = `${path}?${said.join('&')}`
  return chance.below(3) === 0 ? torn(chance, whole) : whole
}

const progress = {
  version: 1,
  seen: ['shapes/tensor', 'shapes/sum'],
  answers: { 'shapes/tensor#How many?': { given: '12', right: true, tries: 2 } },
  repeats: { 'shapes/tensor#How many?': { box: 1, due: 20500 } },
}

const messages: readonly Message[] = [
  { kind: 'hello', from: 'a' },
  { kind: 'beat', from: 'a', role: 'desk', slide: 'shapes/tensor', width: 800, height: 600, hidden: false },
  { kind: 'place', from: 'a', place: { slide: 'shapes/tensor', order: 'course' }, turn: 3 },
  {
    kind: 'state',
    from: 'a',
    slide: 'shapes/tensor',
    state: {
      figure: '#/n/resnet18',
      lab: { width: '46' },
      answers: { 'How many?': { given: '12', right: true, tries: 1 } },
      ink: [{ tool: 'pen', color: 'red', width: 4, on: null, points: [[0, 1, 0.5]] }],
    },
  },
  { kind: 'laser', from: 'a', slide: 'shapes/tensor', at: { x: 0.5, y: 0.5 } },
]

const modelFolder = join(import.meta.dirname, '../../../public/models')
const manifests = readdirSync(modelFolder)
  .map((name) => join(modelFolder, name, 'manifest.json'))
  .filter((path) => existsSync(path))
  .map((path) => readFileSync(path, 'utf8'))

describe('hostile inputs, a hundred cases for each door', () => {
  it(
    'addresses: every one is a route, written and read again, and what is wrong has a sentence',
    each(1, (chance) => {
      const text = address(chance)
      const route = readRoute(text)
      expect(readRoute(writeRoute(route))).toBeTruthy()
      const { intent, problems } = readHash(text)
      for (const { sentence } of problems) expect(sentence.length).toBeGreaterThan(5)
      expect(typeof intent.network).toBe('string')
    }),
  )

  it(
    'orders: there is always a slide to show',
    each(2, (chance) => {
      const many = Array.from({ length: chance.of([0, 5000]) }, (_, i) => `name${i}`)
      const names = [...Array.from({ length: 1 + chance.below(4) }, () => chance.of(words)), ...many]
      const { slides, problems } = orderOf(
        chance.below(2) ? names.join(',') : torn(chance, 'shapes/tensor,parameters'),
      )
      expect(slides.length).toBeGreaterThan(0)
      expect(Array.isArray(problems)).toBe(true)
    }),
  )

  it(
    'labs: what an address sets is a value of the lab, or a sentence',
    each(3, (chance) => {
      const [, options] = chance.of(Object.entries(labOptions))
      const said = Object.fromEntries(
        [...Object.keys(options), chance.of(words)].map((name) => [name, chance.of(words)]),
      )
      const { value } = readLab(options, {}, said)
      expect(Object.keys(value)).toEqual(expect.arrayContaining(Object.keys(options)))
    }),
  )

  it(
    'progress files: what is right is kept, what is wrong is counted',
    each(4, (chance) => {
      const found = readFile(damagedJson(chance, progress))
      if (!found) return
      expect(readFile(writeKept(found.kept))).toEqual({ kept: found.kept, left: 0 })
    }),
  )

  it(
    'messages of other windows: taken as they are meant, or not at all',
    each(5, (chance) => {
      const message = damaged(chance, chance.of(messages))
      const read = readMessage(chance.below(4) === 0 ? anything(chance) : message)
      if (read) expect(readMessage(structuredClone(read))).toEqual(read)
    }),
  )

  it(
    'links with everything done on a slide: each part for itself',
    each(6, (chance) => {
      const names = [
        'fig',
        'fig.open',
        'image',
        'opened',
        'answers',
        'revealed',
        'ink',
        'card',
        'card.at',
        'card.way',
      ]
      const said = names.map(
        (name) =>
          [name, chance.below(2) ? chance.of(words) : (JSON.stringify(anything(chance)) ?? '')] as const,
      )
      const state = readKept([...said, ['opened', 'How many?']].reverse() as [string, string][])
      expect(state?.opened).toBe('How many?')
    }),
  )

  it(
    'networks of the reader’s own: one that can be built',
    each(7, (chance) => {
      const parts = recallParts(damagedJson(chance, firstParts))
      expect(networkOfParts(parts).nodes.length).toBeGreaterThan(0)
    }),
  )

  it(
    'descriptions of published weights: read whole, or a sentence',
    each(8, (chance) => {
      const text = chance.of(manifests)
      try {
        readManifest(chance.below(2) ? torn(chance, text) : damagedJson(chance, JSON.parse(text)))
      } catch (error) {
        expect(error).toBeInstanceOf(TrainedError)
      }
    }),
  )

  it(
    'descriptions of weights that somebody drops: a network, or a sentence',
    each(9, async (chance) => {
      const text = chance.of(manifests)
      const content = chance.below(2) ? torn(chance, text) : damagedJson(chance, JSON.parse(text))
      const sources = [
        fromBytes(new TextEncoder().encode(content), 'manifest.json'),
        fromBytes(new Uint8Array(1000), 'weights.bin'),
      ]
      try {
        recognise(await openWeights(sources))
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError)
      }
    }),
  )

  it(
    'names of classes, lists of files, numbers that are typed, the first bytes of a file',
    each(10, (chance) => {
      const text = damagedJson(chance, chance.below(2) ? { 0: 'cat', 1: ['n01', 'dog'] } : ['cat', 'dog'])
      try {
        for (const name of namesOfClasses(text, 2)) expect(typeof name).toBe('string')
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError)
      }
      const files = { files: [{ path: 'index.html', bytes: 12, sha256: 'a'.repeat(64) }] }
      try {
        readList(damagedJson(chance, files))
      } catch (error) {
        expect((error as Error).message).toContain('no readable list')
      }
      expect(judge(chance.of(words), chance.below(100)).kind).toBeTruthy()
      const starts = [
        [0x89, 0x50, 0x4e, 0x47],
        [0xff, 0xd8, 0xff],
        [0x50, 0x4b, 3, 4],
        [0x89, 0x48, 0x44, 0x46],
        [],
      ]
      const head = Uint8Array.from([
        ...chance.of(starts),
        ...Array.from({ length: chance.below(64) }, () => chance.below(256)),
      ])
      expect(typeof kindOf(head, chance.of([0, head.length, 2 ** 53]))).toBe('string')
    }),
  )
})

describe('what the browser kept', () => {
  const orders = {
    version: 1,
    orders: [
      { id: 'own-1', title: 'Monday', slides: [{ slide: 'shapes/tensor', minutes: 2, skip: true }] },
      { id: 'own-2', title: 'Tuesday', slides: [{ slide: 'shapes/to-scale', minutes: 5 }] },
    ],
  }

  it(
    'of orders and of the timer of a talk: what is right of it',
    each(12, (chance) => {
      const read = readOwn(damagedJson(chance, orders))
      for (const { id, title, slides } of read?.orders ?? []) {
        expect([typeof id, typeof title]).toEqual(['string', 'string'])
        for (const { slide, minutes } of slides)
          expect([slide, minutes >= 0]).toEqual([expect.any(String), true])
      }
      const { timer, minutes } = readTimer(
        damaged(chance, { timer: { since: 1_700_000_000_000, counted: 60_000 }, minutes: 90 }),
      )
      expect(clockTime(elapsed(setRight(timer, 0, 1_700_000_060_000), 1_700_000_060_000))).toBeTruthy()
      expect(minutes).toBeGreaterThan(0)
    }),
  )

  const stores = [
    '../ink/strokes',
    '../course/resume',
    '../lab/labStates',
    '../image/choice',
    '../../exercises/progress',
  ] as const

  it('may be anything: every store begins with what makes sense of it', async () => {
    for (let i = 0; i < cases; i++) {
      const chance = chanceOf(11_000 + i)
      const text = chance.below(2)
        ? torn(chance, JSON.stringify(progress))
        : (JSON.stringify(anything(chance)) ?? 'undefined')
      const area = { getItem: () => text, setItem: () => undefined, removeItem: () => undefined }
      vi.stubGlobal('localStorage', area)
      vi.stubGlobal('sessionStorage', area)
      vi.resetModules()
      for (const store of stores) await import(store)
      const { stoppedAt } = await import('../course/resume')
      expect(stoppedAt('course') ?? '').toBeTypeOf('string')
      const { inkOn } = await import('../ink/strokes')
      expect(Array.isArray(inkOn('shapes/tensor'))).toBe(true)
    }
    vi.unstubAllGlobals()
  })

  it('keeps the strokes of other slides where those of one are damaged', async () => {
    const line = { tool: 'pen', color: 'red', width: 4, on: null, points: [[0, 1, 0.5]] }
    const text = JSON.stringify({ 'a/b': [line], 'c/d': [{ ...line, tool: 'spray' }] })
    vi.stubGlobal('sessionStorage', { getItem: () => text, setItem: () => undefined })
    vi.resetModules()
    const { inkOn } = await import('../ink/strokes')
    expect(inkOn('a/b')).toEqual([line])
    expect(inkOn('c/d')).toEqual([])
    vi.unstubAllGlobals()
  })
})

it('every file that keeps something in the browser is tried with what is damaged', () => {
  /** Where each is tried, or why it cannot go wrong: a word that is one of a few, or a number within limits. */
  const tried = {
    'app/ink/strokes.ts': 'above',
    'app/course/resume.ts': 'above',
    'app/lab/labStates.ts': 'above',
    'app/image/choice.ts': 'above',
    'exercises/progress.ts': 'above',
    'app/orders/kept.ts': 'above',
    'app/presenter/useTimer.ts': 'above',
    'lab/workbench/block-builder/parts.ts': 'above',
    'lab/workbench/block-builder/block-builder.lab.tsx': 'above, as networks of the reader’s own',
    'app/course/pictures.ts': 'each is an address, which is read as any other; one with a problem is none',
    'runtime/choose.ts': 'runtime/engine.test.ts',
    'app/mirror/talk.ts': 'a name of letters and digits, or a new one',
    'app/offline/register.ts': 'whether there is anything',
    'app/explorer/Splitter.tsx': 'a number within limits',
    'app/help/keys.ts': 'one word',
    'app/help/firstVisit.ts': 'one word',
    'app/presenter/useDeskTheme.ts': 'one word',
    'ui/theme.ts': 'one of three words',
    'lessons/held.ts': 'names of lessons; what is none is asked for by nobody',
  }
  const src = join(import.meta.dirname, '../..')
  const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => /from '[./]+(ui)?\/storage'/.test(readFileSync(join(src, path), 'utf8')))
  expect(found.map((path) => path.replaceAll('\\', '/')).toSorted()).toEqual(Object.keys(tried).toSorted())
})

it('no file of the site makes markup of a text', () => {
  const src = join(import.meta.dirname, '../..')
  const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path))
    .filter((path) =>
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|(?<!\.)\beval\(|new Function\(/.test(
        readFileSync(join(src, path), 'utf8'),
      ),
    )
  expect(found).toEqual([])
})
