import { join } from 'node:path'
import { type BrowserContext, expect as anExpect, type Frame, type Page, test } from 'playwright/test'
import { lecture90 } from '../content/orders'
import { isAll } from '../tools/day.mjs'
import { serve } from '../tools/serve.mjs'
import { today } from './day'

// Three copies of the page start and turn together.
const expect = anExpect.configure({ timeout: 30_000 })
test.use({ serviceWorkers: 'allow' })

/** Where something is done besides turning: a network, a lab with a slider and a question of numbers, a lab that plays. */
const [network, lab, player] = [
  'whole-net/nine-blocks',
  'parameters/count-a-layer',
  'data-hunger/copy-weights',
] as const

/** All slides of the talk in `npm test -- all`; else the stations, with one or two of the others, other ones each day. */
const all = lecture90.map(({ slide }) => slide)
const others = today(all, 24)
const shown = all.filter((slide) => [all[0], network, lab, player, ...others].includes(slide))
const order = isAll ? 'lecture90' : shown.join(',')
const numberOf = (slide: string) => shown.indexOf(slide) + 1

type Window = Page | Frame

/** The slide in the lecturer's window, as large as on the screen. */
async function slideIn(desk: Page): Promise<Frame> {
  const find = () => desk.frames().find((frame) => frame.name().startsWith('layerwise now'))
  await expect.poll(() => find() !== undefined).toBe(true)
  return find()!
}

/** What a window shows, so far as the room would see that it differs. */
const seen = (window: Window) =>
  window.evaluate(() => {
    const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)]
    const said = (selector: string) => document.querySelector(selector)?.textContent ?? null
    return {
      place: said('.deck-place'),
      title: said('.deck .step-title'),
      veil: document.querySelector<HTMLElement>('.deck')?.dataset.cover ?? null,
      words: said('.deck-text .step-brief'),
      opened: all('.deck-text details[open]').length,
      layers: all<HTMLElement>('.deck .diagram [data-id]').map(({ dataset }) => dataset.id),
      set: all<HTMLInputElement>('.deck .lab-body input').map(({ type, value, checked }) =>
        type === 'radio' || type === 'checkbox' ? checked : value,
      ),
      buttons: all('.deck .lab-body button').map(({ textContent }) => textContent),
      ink: all('.ink-line').length,
      vote: said('[aria-label="Ask the room"]'),
      problem: said('.problem'),
    }
  })

/** Both windows show the same, and it is a slide with its figure. */
async function agree(screen: Page, now: Frame, number: number): Promise<void> {
  await expect(screen.locator('.deck-place')).toHaveText(new RegExp(`^${number} of ${shown.length}\\b`))
  await expect(async () => expect(await seen(now)).toEqual(await seen(screen))).toPass({ timeout: 30_000 })
  const figure = screen.locator('.course-figure')
  // Where a slide is shown in steps, its figure may wait for its own.
  if ((await figure.count()) > 0) await expect(figure.locator('.diagram, .lab-body').first()).toBeAttached()
  await expect(screen.locator('.problem')).toHaveCount(0)
}

/** Turns until a slide is reached: some are shown in steps. */
async function turn(press: () => Promise<void>, screen: Page, number: number): Promise<void> {
  await expect(async () => {
    const place = await screen.locator('.deck-place').textContent()
    if (place?.startsWith(`${number} of `)) return
    await press()
    throw new Error(`not there yet: ${place}`)
  }).toPass({ intervals: [150], timeout: 60_000 })
}

async function jump(screen: Page, now: Frame, slide: string): Promise<void> {
  await screen.keyboard.type(String(numberOf(slide)))
  await screen.keyboard.press('Enter')
  await agree(screen, now, numberOf(slide))
}

/** Keeps the course in the browser, as a lecturer does at home. */
async function keepCourse(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/offline`)
  const course = page.getByRole('group', { name: 'The course' })
  await course
    .getByRole('button', { name: 'Keep' })
    .or(course.getByRole('button', { name: 'Go on' }))
    .click()
  await expect(page.getByRole('status').filter({ hasText: 'Ready offline: the course.' })).toBeVisible({
    timeout: 180_000,
  })
}

async function openDesk(screen: Page, context: BrowserContext): Promise<Page> {
  const opening = context.waitForEvent('page')
  await screen.keyboard.press('p')
  const desk = await opening
  await desk.setViewportSize({ width: 1440, height: 900 })
  return desk
}

test('a rehearsal in two windows without a network: all slides forward and back, a jump, black, overview, pen, a lab, a vote, and a reload of each', async ({
  page: screen,
  context,
}) => {
  test.setTimeout(1_800_000)
  const broken: string[] = []
  context.on('weberror', (error) => broken.push(error.error().message))
  const host = await serve(join(import.meta.dirname, '../dist'), 0)
  let desk: Page
  let now: Frame
  try {
    await screen.setViewportSize({ width: 1280, height: 720 })
    await keepCourse(screen, host.url)
    const [lesson, step] = shown[0].split('/')
    await screen.goto(`${host.url}#/course/${lesson}/${step}?deck&order=${order}`)
    await expect(screen.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
    desk = await openDesk(screen, context)
    now = await slideIn(desk)
    for (const page of [screen, now])
      await expect(page.locator('.deck-ahead')).toHaveAttribute('aria-label', 'All slides are loaded.', {
        timeout: 300_000,
      })
  } finally {
    await host.close()
  }
  const began = Date.now()
  await agree(screen, now, 1)

  // Forward and back, from either window in turn.
  const next = desk.getByRole('button', { name: 'Next', exact: true })
  const back = desk.getByRole('button', { name: 'Back', exact: true })
  for (let number = 2; number <= shown.length; number++) {
    await turn(() => (number % 2 ? next.click() : screen.keyboard.press('PageDown')), screen, number)
    await agree(screen, now, number)
  }
  for (let number = shown.length - 1; number >= 1; number--) {
    await turn(() => (number % 2 ? back.click() : screen.keyboard.press('PageUp')), screen, number)
    await agree(screen, now, number)
  }

  await jump(screen, now, lab)
  await desk.getByRole('button', { name: /^Black/ }).click()
  await expect(screen.locator('.deck-veil[data-veil="black"]')).toBeVisible()
  await agree(screen, now, numberOf(lab))
  await screen.keyboard.press('b')
  await expect(screen.locator('.deck-veil')).toHaveCount(0)
  await agree(screen, now, numberOf(lab))

  // A control of a lab, set in the lecturer's window; the room is asked, and told.
  const slider = now.locator('.deck .lab-body').getByRole('slider').first()
  await slider.focus()
  for (let i = 0; i < 3; i++) await slider.press('ArrowRight')
  await agree(screen, now, numberOf(lab))
  await screen.keyboard.press('v')
  const room = (window: Window) => window.getByRole('region', { name: 'Ask the room' })
  for (const vote of ['240', '208', '208']) {
    await room(now).getByLabel('A vote').fill(vote)
    await room(now).getByLabel('A vote').press('Enter')
  }
  await expect(room(screen).getByRole('img', { name: '208: 2 votes' })).toBeVisible()
  await agree(screen, now, numberOf(lab))
  await room(now).getByRole('button', { name: 'Show the answer' }).press('Enter')
  await expect(room(screen).getByText('Computed:')).toBeVisible()
  await agree(screen, now, numberOf(lab))
  await screen.keyboard.press('Escape')
  await expect(room(now)).toHaveCount(0)

  // The overview leads to a network; what is drawn on it stays.
  await screen.keyboard.press('o')
  await screen.getByRole('searchbox', { name: 'Search the slides' }).fill('nine blocks')
  await screen.keyboard.press('Enter')
  await agree(screen, now, numberOf(network))
  const picture = (await screen.locator('.diagram').boundingBox())!
  await screen.keyboard.press('s')
  await screen.mouse.move(picture.x + 200, picture.y + 150)
  await screen.mouse.down()
  await screen.mouse.move(picture.x + 300, picture.y + 180, { steps: 6 })
  await screen.mouse.up()
  await screen.keyboard.press('Escape')
  await expect(now.locator('.ink-line')).toHaveCount(1)
  await agree(screen, now, numberOf(network))

  // A lab that plays goes on playing in a window that comes late: each is reloaded in the middle.
  await jump(screen, now, player)
  const play = (window: Window) =>
    window.locator('.deck .lab-body').getByRole('button', { name: /^(Play|Stop)$/ })
  await play(screen).click()
  await expect(play(now)).toHaveText('Stop')
  await desk.reload()
  now = await slideIn(desk)
  await expect(now.locator('.deck-place')).toHaveText(new RegExp(`^${numberOf(player)} of`))
  // It plays on while it is read, and may end: polled until both have come as far.
  await agree(screen, now, numberOf(player))
  await screen.reload()
  await expect(screen.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
  await expect(screen.locator('.deck-place')).toHaveText(new RegExp(`^${numberOf(player)} of`))
  // Before the other window has told what it shows, a turn is not followed and is undone.
  const before = numberOf(player) - 1
  await expect(async () => {
    await turn(() => screen.keyboard.press('PageUp'), screen, before)
    await expect(now.locator('.deck-place')).toHaveText(new RegExp(`^${before} of`), { timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  await agree(screen, now, before)
  await jump(screen, now, network)
  await expect(now.locator('.ink-line')).toHaveCount(1)

  expect(broken).toEqual([])
  const minutes = ((Date.now() - began) / 60_000).toFixed(1)
  test.info().annotations.push({ type: 'rehearsed', description: `${shown.length} slides in ${minutes} min` })
})
