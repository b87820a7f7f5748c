import { expect as anExpect, type Frame, type Page, test } from 'playwright/test'
import { layerButton } from './page'

// Without a network, what is fetched ahead fails aloud, as it may. Three copies of the page start and turn together.
const expect = anExpect.configure({ timeout: 15_000 })

const slide = './#/course/whole-net/nine-blocks?deck'

/** The slides in the lecturer's window, as large as on the screen. */
async function framesOf(desk: Page, part: 'now' | 'next'): Promise<Frame> {
  await expect
    .poll(() => desk.frames().some((frame) => frame.name().startsWith(`layerwise ${part}`)))
    .toBe(true)
  return desk.frames().find((frame) => frame.name().startsWith(`layerwise ${part}`))!
}

/** Clicks a layer in the lecturer's window, where the slide is smaller than it is laid out. */
async function clickIn(desk: Page, now: Frame, id: string): Promise<void> {
  const frame = (await desk.locator('.slide-frame.now iframe').boundingBox())!
  const [x, y, width] = await now.locator(`.diagram [data-id="${id}"]`).evaluate((box) => {
    const { left, top, width, height } = box.getBoundingClientRect()
    return [left + width / 2, top + height / 2, innerWidth]
  })
  const scale = frame.width / width
  await desk.mouse.click(frame.x + x * scale, frame.y + y * scale)
}

const titleOn = (page: Page | Frame) => page.locator('.deck .step-title')

/** Where a layer stands in a window of its own size, in pixels. */
const placeOf = (page: Page | Frame, id: string) =>
  page.locator(`.diagram [data-id="${id}"]`).evaluate((box) => {
    const { x, y } = box.getBoundingClientRect()
    return [Math.round(x), Math.round(y)]
  })

test('a talk in two windows: the presenter’s and the projected one show the same, whichever is touched', async ({
  page: screen,
  context,
}) => {
  test.setTimeout(420_000)
  await screen.setViewportSize({ width: 1280, height: 720 })
  await screen.goto(slide)
  await expect(layerButton(screen, 'inception_3a')).toBeVisible()
  await expect(screen.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
  const opening = context.waitForEvent('page')
  await screen.keyboard.press('p')
  const desk = await opening
  await desk.setViewportSize({ width: 1440, height: 900 })
  let now = await framesOf(desk, 'now')
  await expect(now.locator('.diagram [data-id="inception_3a"]')).toBeVisible({ timeout: 30_000 })
  await expect(desk.getByRole('region', { name: 'Notes' }).locator('.step-notes')).toBeVisible()
  await expect(screen.locator('.step-notes')).toHaveCount(0)
  // A window too small for a picture of the next slide still says what it is.
  await desk.setViewportSize({ width: 800, height: 600 })
  await expect(desk.getByRole('heading', { name: 'Next: Four paths, one sum' })).toBeVisible()
  await desk.setViewportSize({ width: 1440, height: 900 })

  // Forward and back, from either window.
  const [first, second] = ['Nine blocks in three groups', 'Four paths, one sum']
  await expect(desk.getByRole('button', { name: 'Start the timer' })).toBeVisible()
  await desk.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(titleOn(screen)).toHaveText(second)
  // The talk has begun.
  await expect(desk.getByRole('button', { name: 'Pause the timer' })).toBeVisible()
  await expect(screen.locator('.deck .lab-body')).toBeVisible()
  await expect(now.locator('.deck .lab-body')).toBeVisible()
  const next = await framesOf(desk, 'next')
  await expect(titleOn(next)).not.toHaveText(second)
  await expect(next.locator('.deck .lab-body, .deck .diagram').first()).toBeVisible()
  const number = (await screen.locator('.deck-place').textContent())!.split(' ')[0]
  await screen.keyboard.press('PageUp')
  await expect(titleOn(now)).toHaveText(first)
  await expect(layerButton(screen, 'inception_3a')).toBeVisible()

  // All slides come ahead, in the window and in the frames of the other.
  for (const page of [screen, now, next])
    await expect(page.locator('.deck-ahead')).toHaveAttribute('aria-label', 'All slides are loaded.', {
      timeout: 150_000,
    })
  await context.setOffline(true)

  // Whatever a slide can be asked for has come, too.
  const tools = screen.getByRole('button', { name: 'Tools of the talk' })
  for (const open of [
    () => screen.keyboard.press('o'),
    () => screen.keyboard.press('?'),
    () =>
      screen
        .locator('.deck-bar')
        .getByRole('button', { name: /^Image:/ })
        .click(),
    () => tools.click().then(() => screen.getByRole('button', { name: 'Embed …' }).click()),
  ]) {
    await open()
    await expect(screen.getByRole('dialog')).toBeVisible()
    await expect(screen.getByText('could not be loaded; is the site still reachable?')).toHaveCount(0)
    await screen.keyboard.press('Escape')
    await expect(screen.getByRole('dialog')).toHaveCount(0)
  }

  // What is opened or moved in one window is so in the other, to a pixel.
  await clickIn(desk, now, 'inception_3a')
  await expect(screen.locator('.diagram [data-id="inception_3a/concat"]')).toBeVisible()
  const picture = (await screen.locator('.diagram').boundingBox())!
  await screen.mouse.move(picture.x + picture.width / 2, picture.y + picture.height - 20)
  await screen.mouse.down()
  await screen.mouse.move(picture.x + picture.width / 2 - 90, picture.y + picture.height - 70, { steps: 5 })
  await screen.mouse.up()
  await expect
    .poll(async () => {
      const [here, there] = [
        await placeOf(now, 'inception_3a/concat'),
        await placeOf(screen, 'inception_3a/concat'),
      ]
      return Math.max(Math.abs(here[0] - there[0]), Math.abs(here[1] - there[1]))
    })
    .toBeLessThan(2)

  // A stroke stays on its node, in both windows.
  await screen.keyboard.press('s')
  await screen.mouse.move(picture.x + 200, picture.y + 150)
  await screen.mouse.down()
  await screen.mouse.move(picture.x + 300, picture.y + 180, { steps: 6 })
  await screen.mouse.up()
  await expect(now.locator('.ink-line')).toHaveCount(1)
  await screen.keyboard.press('Escape')
  const spread = (page: Page | Frame) =>
    page.locator('.ink-line').evaluate((line) => Math.round(line.getBoundingClientRect().width))
  const before = await spread(now)
  await screen.mouse.move(picture.x + 250, picture.y + 165)
  await screen.mouse.wheel(0, -300)
  await expect.poll(() => spread(now)).toBeGreaterThan(1.2 * before)
  await expect.poll(async () => (await spread(now)) - (await spread(screen))).toBe(0)

  // Black, a jump by number, a control of a lab.
  await desk.getByRole('button', { name: 'Black' }).click()
  await expect(screen.locator('.deck-veil[data-veil="black"]')).toBeVisible()
  // The lecturer still sees the slide.
  await expect(desk.getByText('The screen is black.')).toBeVisible()
  await expect(now.locator('.deck-veil')).toHaveCount(0)
  expect(await now.locator('.ink-line').evaluate((line) => line.checkVisibility())).toBe(true)
  await desk.keyboard.press('b')
  await expect(screen.locator('.deck-veil')).toHaveCount(0)
  await expect(desk.getByText('The screen is black.')).toHaveCount(0)
  await screen.keyboard.type(number)
  await screen.keyboard.press('Enter')
  await expect(titleOn(now)).toHaveText(second)
  const slider = (page: Page | Frame) => page.locator('.deck .lab-body').getByRole('slider').first()
  await slider(now).focus()
  for (let i = 0; i < 3; i++) await slider(now).press('ArrowRight')
  const set = await slider(now).inputValue()
  expect(Number(set)).toBeGreaterThan(0)
  await expect(slider(screen)).toHaveValue(set)

  // The room is asked; the answer comes when it is shown.
  await screen.keyboard.press('v')
  const room = (page: Page | Frame) => page.getByRole('region', { name: 'Ask the room' })
  for (const vote of ['240', '208', '208']) {
    await room(now).getByLabel('A vote').fill(vote)
    await room(now).getByLabel('A vote').press('Enter')
  }
  await expect(room(screen).getByRole('img', { name: '208: 2 votes' })).toBeVisible()
  await expect(room(screen).getByText('Computed:')).toHaveCount(0)
  await room(now).getByRole('button', { name: 'Show the answer' }).press('Enter')
  await expect(room(screen).getByText('Computed:')).toBeVisible()
  await screen.keyboard.press('Escape')
  await expect(room(now)).toHaveCount(0)

  // Each window is reloaded in the middle, and is told what the other shows.
  await context.setOffline(false)
  await desk.reload()
  now = await framesOf(desk, 'now')
  await expect(titleOn(now)).toHaveText(second, { timeout: 30_000 })
  await expect(slider(now)).toHaveValue(set)
  await screen.reload()
  await expect(slider(screen)).toHaveValue(set)
  // It belongs to the talk again once its tools are there.
  await expect(screen.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
  // Before the other window has told what it shows, a turn is not followed and is undone.
  await expect(async () => {
    if ((await titleOn(screen).textContent()) !== first) await screen.keyboard.press('PageUp')
    await expect(titleOn(now)).toHaveText(first, { timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  await expect(now.locator('.ink-line')).toHaveCount(1)
  await expect(screen.locator('.diagram [data-id="inception_3a/concat"]')).toBeVisible()

  await desk.close()
  await expect(screen.getByText('The presenter window was closed.')).toBeVisible({ timeout: 15_000 })
})

test('a training of one’s own steps, is gone back in, forks, rests and begins anew in both windows', async ({
  page: screen,
  context,
}) => {
  test.setTimeout(180_000)
  const small = 'lab.blocks=1&lab.steps=25&lab.classes=3&lab.images=64&lab.workers=1'
  await screen.goto(`./#/course/workbench/own-training?deck&${small}`)
  const labIn = (page: Page | Frame) => page.locator('.own-training')
  await expect(labIn(screen)).toBeVisible()
  const opening = context.waitForEvent('page')
  await screen.keyboard.press('p')
  const desk = await opening
  const now = await framesOf(desk, 'now')
  await expect(labIn(now)).toBeVisible({ timeout: 30_000 })
  const press = (page: Page | Frame, name: string) => labIn(page).getByRole('button', { name }).press('Enter')
  const said = async (words: RegExp) => {
    for (const page of [screen, now]) await expect(labIn(page)).toContainText(words, { timeout: 40_000 })
  }
  await press(screen, '1 step')
  await said(/Paused after step 1\./)
  await press(now, '1 step')
  await said(/Paused after step 2\./)
  await labIn(now).getByRole('slider', { name: 'Shown: after step' }).press('Home')
  await said(/Fork after step 0/)
  await press(now, 'Fork after step 0')
  await said(/Remove the other run/)
  await press(screen, 'Pause')
  await said(/Paused after step/)
  const [rest] = /Paused after step \d+/.exec((await labIn(screen).textContent())!)!
  await said(new RegExp(`${rest}\\.`))
  await press(now, 'Reset')
  await said(/as a first estimate/)
})
