import { expect, test } from 'playwright/test'
import { openPage } from './page'

// The site stops answering after the first page: the browser's own complaints are expected.

const sentence = /could not be loaded; is the site still reachable\?/

for (const [what, hash, name] of [
  ['the gallery', '#/gallery', 'The gallery'],
  ['the course', '#/course', 'The course'],
  ['a lesson', '#/course/whole-net', 'The course'],
  ['a slide', '#/course/shapes/to-scale?deck', 'The course'],
  ['what was measured', '#/measured', 'This page'],
  ['a comparison', '#/n/resnet18?beside=plain18', 'The comparison'],
  ['one number', '#/n/resnet18?node=maxpool&unit=0,0,3', 'This number'],
] as const)
  test(`a lost connection: ${what} says that it did not come, the page stays, and it comes when asked again`, async ({
    page,
    context,
  }) => {
    const said = page.getByText(`${name} could not be loaded; is the site still reachable?`)
    await openPage(page, '#/n/lenet5')
    await context.setOffline(true)
    await page.evaluate((hash) => (location.hash = hash), hash)
    await expect(said.first()).toBeVisible()
    await expect(page.getByText('The page ran into an error')).toHaveCount(0)
    // Another page clears it.
    await page.evaluate(() => (location.hash = '#/n/lenet5'))
    await expect(page.locator('.diagram')).toBeVisible()
    await expect(said).toHaveCount(0)

    await page.evaluate((hash) => (location.hash = hash), hash)
    await expect(said.first()).toBeVisible()
    await context.setOffline(false)
    // The connection that returns is heard of, or asked for by hand.
    await expect(said).toHaveCount(0, { timeout: 15_000 })
    await expect(page).toHaveURL((url) => url.hash.startsWith(hash.split('?')[0]))
  })

test('slides are loaded ahead and shown without a network; one that did not come says so, and all keys work @daily', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  await page.route(/assets\/params-vs-compute\.lab-.*\.js/, (route) => route.abort())
  await page.goto('./#/course/shapes/to-scale?deck&order=lecture90')
  const place = page.locator('.deck-place')
  await expect(page.getByRole('img', { name: /^1 of 54 slides could not be loaded/ })).toBeVisible({
    timeout: 150_000,
  })
  await context.setOffline(true)
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(place).toContainText('7 of')
  await expect(page.getByText(sentence).first()).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(place).toContainText('8 of')
  await expect(page.getByText(sentence)).toHaveCount(0)
  await page.keyboard.press('End')
  await expect(page.locator('.step-title')).toHaveText('What to remember')
})

test('a dialog that does not come can be closed, and the page stays', async ({ page }) => {
  await page.route(/assets\/ImageDialog-.*\.js/, (route) => route.abort())
  await openPage(page, '#/n/lenet5')
  await page.getByRole('button', { name: /^Image: / }).click()
  await expect(page.getByText('This dialog could not be loaded')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText(sentence)).toHaveCount(0)
  await expect(page.locator('.diagram')).toBeVisible()
})
