import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { today } from '../ui/sampled.fixture'
import { graphOf } from '../architectures/built'
import { labs } from './index'
import { writeRun } from './workbench/own-training/file'
import type { LabText } from './shared/schema'

/** Work that takes long, in the settings in which it begins by itself and takes longer than this test. */
interface Long {
  readonly lab: string
  readonly with: Readonly<Record<string, unknown>>
  /** Of its workers. */
  readonly name: RegExp
  /** What it says while it is at work: how far it is, and the time left. */
  readonly says: RegExp
  /** The button that calls it off, and what is said then. */
  readonly stop: string
  readonly stopped: RegExp
  /** What is said after a reset that ends it. */
  readonly reset?: RegExp
}

const cases: Readonly<Record<string, Long>> = {
  'gradients while it learns': {
    ...{ lab: 'learning-gradients', with: { blocks: 1, steps: 500, show: 'chart' } },
    ...{ name: /^gradients/, says: /Step \d+ of 500, about .* left/ },
    ...{ stop: 'Pause', stopped: /Step \d+ is done/ },
  },
  'three networks side by side': {
    ...{ lab: 'train-here', with: { blocks: 1, run: true } },
    ...{ name: /^training (plain|residual|dense)$/, says: /About .* left/ },
    ...{ stop: 'Pause', stopped: /Paused/, reset: /as a first estimate/ },
  },
  'a training of one’s own': {
    ...{ lab: 'own-training', with: { blocks: 1, steps: 400, made: 400, classes: 3, images: 64 } },
    ...{ name: /^own training$/, says: /Step \d+ of 400, about .* left/ },
    ...{ stop: 'Pause', stopped: /Paused after step/ },
  },
  'a race of learning rates': {
    ...{ lab: 'norm-in-network', with: { view: 'race', raced: true } },
    ...{ name: /^race/, says: /\d+ of \d+ steps, about .* left/ },
    ...{ stop: 'Cancel', stopped: /training runs of 60 steps each/ },
  },
  'learning on from trained weights': {
    ...{ lab: 'norm-in-network', with: { view: 'learn', made: 30 } },
    ...{ name: /^batch normalization$/, says: /Step \d+ of 30, about .* left/ },
    ...{ stop: 'Stop', stopped: /steps? taken/ },
  },
  'own classes': {
    ...{ lab: 'own-classes', with: { drawings: 4, way: 'scratch', steps: 240, run: true } },
    ...{ name: /^training own classes$/, says: /\d+ of 240 steps, about .* left/ },
    ...{ stop: 'Cancel', stopped: /Train: from scratch/ },
  },
  'the gap between two ways to learn': {
    ...{ lab: 'own-classes', with: { drawings: 4, steps: 240, gap: true } },
    ...{ name: /^training own classes$/, says: /\d+ of \d+ steps, about .* left/ },
    ...{ stop: 'Cancel', stopped: /Measure the gap/ },
  },
  'a picture that excites a unit': {
    ...{ lab: 'unit-excites', with: { show: 'made', part: 'stage3', steps: 256, run: true } },
    ...{ name: /^a picture that excites a unit$/, says: /\d+ of 256 steps, about .* left/ },
    ...{ stop: 'Cancel', stopped: /Make its picture/ },
  },
  'a loss surface': {
    ...{ lab: 'loss-surface', with: { blocks: 1, steps: 400, side: 25, run: true } },
    ...{ name: /^loss surface/, says: /\d+ of \d+ steps and points, about .* left/ },
    ...{ stop: 'Cancel', stopped: /Train both and compute/ },
  },
}

/** Workers that have not been ended. */
const alive = new Map<Worker, string>()
const Native = Worker
const base = document.createElement('base')

beforeAll(() => {
  globalThis.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      alive.set(this, options?.name ?? '')
    }
    override terminate() {
      alive.delete(this)
      super.terminate()
    }
  }
  // Models and images lie where the site has them.
  base.href = '/'
  document.head.prepend(base)
})
afterAll(() => {
  globalThis.Worker = Native
  base.remove()
})

const living = (name: RegExp) => [...alive].filter(([, own]) => name.test(own)).map(([worker]) => worker)

let root: Root | undefined
let place: HTMLElement
afterEach(() => {
  root?.unmount()
  place.remove()
})

/** In several windows of a talk, each with what was set in any. */
async function show({ lab, with: given }: Pick<Long, 'lab' | 'with'>, windows = 1) {
  await labs[lab].load()
  const Lab = labs[lab].current
  function Page() {
    const [said, setSaid] = useState<LabText>({})
    return Array.from({ length: windows }, (_, i) => (
      <div key={i}>
        <Lab with={given as never} said={said} onSay={setSaid} />
      </div>
    ))
  }
  place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  root.render(<Page />)
}

/** What a screen reader says by itself: the words of a live region whenever they change. */
function announced(): () => readonly string[] {
  const words: string[] = []
  new MutationObserver(() => {
    for (const region of place.querySelectorAll('[role=status]:not([aria-live=off])'))
      words.push(region.textContent)
  }).observe(place, { subtree: true, childList: true, characterData: true })
  return () => words
}

const said = (patience = 30_000) => expect.poll(() => place.textContent, { timeout: patience })

/** Whether each window of the talk says something. */
const inEach = (says: RegExp) =>
  expect.poll(() => [...place.children].map(({ textContent }) => says.test(textContent)), { timeout: 30_000 })

const [everywhere, nowhere] = [
  [true, true],
  [false, false],
]

async function press(name: string, within: Element = place) {
  const find = () => [...within.querySelectorAll('button')].find((each) => each.textContent === name)
  await expect.poll(() => find()?.disabled).toBe(false)
  find()!.click()
}

/** Moves the slider of a name. */
function slide(label: string, to: number, within: Element) {
  const found = [...within.querySelectorAll('label')].find((each) => each.textContent === label)!
  const input = found.control as HTMLInputElement
  // Past React, which would take its own value for what there was before.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, String(to))
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

it.each(today(Object.entries(cases)))(
  '%s: how far it is and how long it takes is told but not said aloud, a worker that dies is replaced, it is called off, and ends when it is left',
  async (_, long) => {
    await show(long)
    const heard = announced()
    await said().toMatch(long.says)
    // As a browser ends a worker that it takes away.
    Native.prototype.terminate.call(living(long.name)[0])
    await expect
      .poll(() => place.querySelector('[role=alert]')?.textContent, { timeout: 10_000 })
      .toMatch(/Its worker ended\..*Try again/)
    await press('Try again')
    await said().toMatch(long.says)
    expect(place.querySelector('[role=alert]')).toBeNull()
    await press(long.stop)
    await said().toMatch(long.stopped)
    await said().not.toMatch(long.says)
    expect(heard().filter((words) => long.says.test(words))).toEqual([])
    root!.unmount()
    await expect.poll(() => living(/./)).toEqual([])

    await show(long)
    await said().toMatch(long.says)
    expect(living(long.name).length).toBeGreaterThan(0)
    root!.unmount()
    await expect.poll(() => living(/./)).toEqual([])
  },
)

it.each(today(Object.entries(cases).filter(([, { stop, reset }]) => reset ?? stop === 'Cancel')))(
  '%s: what is called off in one window of a talk ends in the other',
  async (_, long) => {
    await show(long, 2)
    await inEach(long.says).toEqual(everywhere)
    await press(long.reset ? 'Reset' : long.stop)
    await inEach(long.reset ?? long.stopped).toEqual(everywhere)
    await inEach(long.says).toEqual(nowhere)
    expect(living(long.name)).toEqual([])
  },
)

const restIn = ({ textContent }: Element) => /Paused after step \d+/.exec(textContent)?.[0]

it('a training of one’s own goes on, back, rests, forks and begins anew in one window of a talk as in the other', async () => {
  await show({ lab: 'own-training', with: { blocks: 1, steps: 25, classes: 3, images: 64, workers: 1 } }, 2)
  await inEach(/as a first estimate/).toEqual(everywhere)
  const [first, second] = place.children
  await press('1 step', first)
  await inEach(/Paused after step 1\./).toEqual(everywhere)
  await press('1 step', second)
  await inEach(/Paused after step 2\./).toEqual(everywhere)
  slide('Shown: after step', 1, second)
  await inEach(/Fork after step 1/).toEqual(everywhere)
  slide('rate', 0, first)
  await inEach(/has different settings/).toEqual(everywhere)
  await press('Fork after step 1', first)
  await inEach(/Remove the other run.*Step \d+ of 25/).toEqual(everywhere)
  await press('Pause', second)
  // Where it came to rest, whichever window was further.
  await expect
    .poll(() => new Set([...place.children].map(restIn)).size === 1 && restIn(first), { timeout: 30_000 })
    .toMatch(/^Paused after step/)
  await press('Reset', first)
  await inEach(/as a first estimate/).toEqual(everywhere)
  expect(living(/^own training$/)).toEqual([])
})

it('the look at one’s own images is called off in one window of a talk as in the other, and goes on', async () => {
  await show({ lab: 'own-classes', with: { drawings: 40, trunk: 'imagenette-resnet18' } }, 2)
  await inEach(/\d+ of 120 images/).toEqual(everywhere)
  const [first, second] = place.children
  await press('Cancel', first)
  await inEach(/Compute the features/).toEqual(everywhere)
  await inEach(/\d+ of 120 images/).toEqual(nowhere)
  await press('Compute the features', second)
  await inEach(/\d+ of \d+ images, about .* left/).toEqual(everywhere)
  root!.unmount()
  await expect.poll(() => living(/./)).toEqual([])
})

it('maps of a training of one’s own come from another worker where theirs has died', async () => {
  const settings = { blocks: 1, made: 1, steps: 25, classes: 3, images: 64, look: 'maps' }
  await show({ lab: 'own-training', with: settings })
  const maps = /^maps of a moment$/
  await said().toMatch(/values from/)
  const [first] = living(maps)
  Native.prototype.terminate.call(first)
  await expect.poll(() => living(maps), { timeout: 10_000 }).not.toContain(first)
  slide('layer', 1, place)
  await expect.poll(() => living(maps), { timeout: 30_000 }).toHaveLength(1)
  await said().toMatch(/values from/)
  expect(place.querySelector('[role=alert]')).toBeNull()
})

it('a run on images of one’s own is opened only where they are', async () => {
  const [settings, score] = [
    { source: 'own', size: '24', rate: '0.02' },
    { loss: 1, error: 0.5 },
  ]
  const scores = [{ step: 1, train: score, test: score }]
  const memory = { steps: 1, velocity: {}, squares: {} }
  const moment = { ...{ step: 1, weights: {}, memory, guesses: [] }, train: score, test: score }
  const history = { losses: [1], rates: [0.1], scores, moments: [moment] }
  const file = await writeRun(graphOf('lenet5'), settings, history, moment)
  await show({ lab: 'own-training', with: {} })
  await said().toMatch(/as a first estimate/)
  const files = new DataTransfer()
  files.items.add(new File([file], 'run.safetensors'))
  const input = place.querySelector<HTMLInputElement>('input[accept=".safetensors"]')!
  input.files = files.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await said().toMatch(/This run learned from images that are not in its file\. Open them first/)
  // Where they are to be opened, at the size that the run needs.
  await said().toMatch(/“class 1” has no image yet/)
})

const onWeights: readonly Pick<Long, 'lab' | 'with' | 'says'>[] = [
  { lab: 'switch-off', with: {}, says: /the same answer as when trained/ },
  { lab: 'norm-in-network', with: {}, says: /, all channels\./ },
  { ...cases['a picture that excites a unit'] },
]

it.each(today(onWeights))(
  '$lab: weights that do not come are told, and come when asked for again',
  async (work) => {
    for (const name of await caches.keys()) await caches.delete(name)
    const reach = globalThis.fetch
    globalThis.fetch = (...request) =>
      String(request[0]).endsWith('weights.bin') ? Promise.reject(new TypeError('down')) : reach(...request)
    try {
      await show(work)
      await said().toMatch(/trained weights was interrupted; is the site still reachable\? ?Try again/)
    } finally {
      globalThis.fetch = reach
    }
    await press('Try again')
    await said().toMatch(work.says)
    expect(place.querySelector('[role=alert]')).toBeNull()
  },
)
