import { join } from 'node:path'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright'
import { lecture90 } from '../../content/orders'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'
import { type Held, Holder } from './held'

/** What is done in an hour of lecture. */
export const hour = { slides: 1000, passes: 2000, images: 50, labs: 20 }

/** It is done in so many like turns, and looked at after each. */
const turns = 20

const lab = 'workbench/train-here'
const shown = [...lecture90.map(({ slide }) => slide), lab]
const order = shown.join(',')
/** Looked at where this slide is shown: a network that runs. */
const calm = shown.indexOf('whole-net/nine-blocks') + 1

export interface Lecture {
  /** By window: after the first quarter, and at the end. */
  readonly windows: Readonly<Record<string, readonly [quarter: Held, end: Held]>>
  readonly minutes: number
}

/**
 * A lecture in two windows, with runs, images and trainings in between.
 * @param share of what is done in an hour
 */
export async function lecture(share: number, tell: (line: string) => void): Promise<Lecture> {
  const server = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch({ executablePath: launchOptions().executablePath })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    await Holder.prepare(context)
    const hall = await Hall.open(context, server.url)
    // What the first visit of a slide fetches and keeps is no growth; a small share of an hour sees few of them before the first quarter is over.
    await hall.turnSlides(shown.length)
    tell('every slide was shown once')
    const began = performance.now()
    const noted: Record<string, Held>[] = []
    const upTo = (kind: keyof typeof hour, turn: number) => Math.floor((hour[kind] * share * turn) / turns)
    for (let turn = 0; turn < turns; turn++) {
      const due = (kind: keyof typeof hour) => upTo(kind, turn + 1) - upTo(kind, turn)
      await hall.turnSlides(due('slides'))
      for (let i = due('labs'); i > 0; i--) await hall.train()
      await hall.run(due('passes'), due('images'))
      noted.push(await hall.look())
      tell(`turn ${turn + 1} of ${turns}: ${inWords(noted.at(-1)!)}`)
    }
    const [quarter, end] = [noted[turns / 4 - 1], noted[turns - 1]]
    return {
      windows: Object.fromEntries(Object.keys(end).map((name) => [name, [quarter[name], end[name]]])),
      minutes: (performance.now() - began) / 60_000,
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

const inWords = (all: Readonly<Record<string, Held>>) =>
  Object.entries(all)
    .map(([window, held]) => {
      const numbers = Object.entries(held).map(
        ([what, value]: [string, number]) => `${what} ${+value.toFixed(1)}`,
      )
      return `${window} ${numbers.join(' ')}`
    })
    .join('; ')

/** The screen and the lecturer's window. */
class Hall {
  #forward = true
  #seed = 1
  #images = 0

  private constructor(
    private readonly screen: Page,
    private readonly desk: Page,
    private readonly holders: Readonly<Record<string, Holder>>,
  ) {}

  static async open(context: BrowserContext, url: string): Promise<Hall> {
    const screen = await context.newPage()
    screen.setDefaultTimeout(120_000)
    const [lesson, step] = shown[0].split('/')
    await screen.goto(`${url}#/course/${lesson}/${step}?deck&order=${order}`)
    await screen.getByRole('button', { name: 'Tools of the talk' }).waitFor()
    const opening = context.waitForEvent('page')
    await screen.keyboard.press('p')
    const desk = await opening
    desk.setDefaultTimeout(120_000)
    await desk.setViewportSize({ width: 1440, height: 900 })
    await desk.locator('.slide-frame.now[aria-busy="false"]').waitFor()
    await screen.locator('.deck-ahead[aria-label="All slides are loaded."]').waitFor()
    return new Hall(screen, desk, { screen: new Holder(screen), desk: new Holder(desk) })
  }

  #now(): Frame {
    return this.desk.frames().find((frame) => frame.name().startsWith('layerwise now'))!
  }

  async #place(): Promise<number> {
    return parseInt((await this.screen.locator('.deck-place').textContent())!)
  }

  /** Until both windows show a slide. */
  async #arrive(number: number): Promise<void> {
    for (const window of [this.screen, this.#now()])
      await window.waitForFunction(
        (start) => document.querySelector('.deck-place')?.textContent?.startsWith(start),
        `${number} of `,
      )
  }

  async #jump(number: number): Promise<void> {
    await this.screen.keyboard.type(String(number))
    await this.screen.keyboard.press('Enter')
    await this.#arrive(number)
  }

  /** Forward through the talk, and back, from either window in turn. */
  async turnSlides(count: number): Promise<void> {
    const [next, back] = ['Next', 'Back'].map((name) => this.desk.getByRole('button', { name, exact: true }))
    for (let turned = 0, before = await this.#place(); turned < count;) {
      if (before === 1) this.#forward = true
      if (before === shown.length) this.#forward = false
      if (turned % 2) await (this.#forward ? next : back).click()
      else await this.screen.keyboard.press(this.#forward ? 'PageDown' : 'PageUp')
      // Some slides are shown in steps.
      await this.screen.waitForTimeout(60)
      const place = await this.#place()
      if (place === before) continue
      await this.#arrive(place)
      before = place
      turned++
    }
  }

  /** Three networks learn for a moment, in both windows, until the slide is left. */
  async train(): Promise<void> {
    const back = await this.#place()
    await this.#jump(shown.indexOf(lab) + 1)
    await this.screen.getByRole('button', { name: 'Start', exact: true }).click()
    await this.screen.waitForFunction(() => {
      const cells = document.querySelectorAll('.deck .train-table tbody tr td')
      return [...cells].some(({ textContent }) => Number(textContent) > 2)
    })
    await this.#jump(back)
  }

  /** The network of the talk on the page of its own: on other images and with other weights. */
  async run(passes: number, images: number): Promise<void> {
    const { screen } = this
    const slide = await screen.evaluate(() => location.hash)
    const go = (hash: string) => screen.evaluate((to) => (location.hash = to), hash)
    await go(`#/n/cifar-resnet20?backend=wasm&weights=random&seed=${this.#seed}&node=conv1/conv`)
    const seed = screen.getByLabel('Random weights, seed')
    for (let i = 0; i < images; i++) {
      const name = `image ${++this.#images}`
      await screen.locator('.diagram').first().waitFor()
      await drop(screen, name)
      await screen.getByRole('button', { name: `Image: ${name}.png` }).waitFor()
    }
    for (let i = 0; i < passes; i++) {
      await seed.fill(String(++this.#seed))
      await seed.press('Enter')
      await screen.getByText(`Random weights, seed ${this.#seed}:`).first().waitFor()
    }
    await go(slide)
    await screen.getByRole('button', { name: 'Tools of the talk' }).waitFor()
    await this.#arrive(await this.#place())
  }

  async look(): Promise<Record<string, Held>> {
    const back = await this.#place()
    // React keeps what it showed last until it shows something else.
    await this.#jump(calm + 1)
    await this.#jump(calm)
    await this.screen.waitForTimeout(3000)
    const looks: Record<string, Held> = {}
    for (const [name, holder] of Object.entries(this.holders)) looks[name] = await holder.look()
    await this.#jump(back)
    return looks
  }
}

/** Drops a picture of the reader's own, another one each time. */
function drop(page: Page, name: string): Promise<void> {
  return page.evaluate(async (name) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 800 })
    const pen = canvas.getContext('2d')!
    for (let i = 0; i < 200; i++) {
      pen.fillStyle = `hsl(${Math.random() * 360} 70% 50%)`
      pen.fillRect(Math.random() * 1200, Math.random() * 800, 150, 150)
    }
    const png = await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!)))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([png], `${name}.png`, { type: 'image/png' }))
    for (const type of ['dragenter', 'dragover', 'drop'])
      document
        .querySelector('.diagram')!
        .dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
  }, name)
}
