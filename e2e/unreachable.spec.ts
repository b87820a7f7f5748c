import { expect, test } from 'playwright/test'

// A site that stops answering is no fault of the page: the browser's own complaints are expected here.

test('a lesson that does not come says so below its title, and comes when it is asked for again', async ({
  page,
}) => {
  let down = true
  await page.route(/3-whole-net.*\.js/, (route) => (down ? route.abort() : route.continue()))
  await page.goto('./#/course/whole-net')
  await expect(page.getByRole('heading', { level: 1, name: 'The whole net' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('The lesson could not be loaded')
  await expect(page.locator('.course-figure .lab-body')).toBeVisible()
  // Nothing answers yet: the page stays as it is.
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toContainText('The lesson could not be loaded')
  await expect(page.getByRole('heading', { level: 1, name: 'The whole net' })).toBeVisible()
  await page.context().setOffline(false)
  down = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'The stem' })).toBeVisible()
})

test('a figure that does not come says so, leaves the words, and comes when it is asked for again', async ({
  page,
}) => {
  let down = true
  await page.route(/stem-stepper\.lab.*\.js/, (route) => (down ? route.abort() : route.continue()))
  await page.goto('./#/course/whole-net')
  const figure = page.locator('.course-figure')
  await expect(figure.getByRole('alert')).toContainText('The figure could not be loaded')
  await expect(page.getByRole('heading', { level: 2, name: 'The stem' })).toBeVisible()
  down = false
  await figure.getByRole('button', { name: 'Try again' }).click()
  await expect(figure.locator('.lab-body')).toBeVisible()
  await expect(figure.locator('.problem')).toHaveCount(0)
})

test('a course that comes late is built once: going on keeps the page that is read', async ({ page }) => {
  await page.route(/Course-.*\.js/, async (route) => {
    await new Promise((late) => setTimeout(late, 1500))
    await route.continue()
  })
  await page.goto('./#/course/whole-net')
  await expect(page.getByRole('heading', { level: 2, name: 'The stem' })).toBeVisible()
  await page.locator('article').evaluate((article) => (article.dataset.kept = 'yes'))
  await page.evaluate(() => (location.hash = '#/course/whole-net/nine-blocks'))
  await expect(page.locator('.course-figure')).toHaveAttribute(
    'aria-label',
    'Picture: Nine blocks in three groups',
  )
  await expect(page.locator('article')).toHaveAttribute('data-kept', 'yes')
})

test('details of a layer that do not come say so beside the graph, and come when they are asked for again', async ({
  page,
}) => {
  let down = true
  await page.route(/assets\/Details-.*\.js/, (route) => (down ? route.abort() : route.continue()))
  await page.goto('./#/n/resnet18?node=conv1/conv')
  const inspector = page.locator('.inspector')
  await expect(inspector.getByRole('alert')).toContainText('This panel could not be loaded')
  await expect(page.getByRole('treeitem').first()).toBeVisible()
  down = false
  await inspector.getByRole('button', { name: 'Try again' }).click()
  await expect(inspector.getByRole('heading', { level: 2 })).toBeVisible()
})

test('recorded runs that do not come say so in the figure, and come when they are asked for again', async ({
  page,
}) => {
  let down = true
  await page.route(/_virtual_runs-.*\.js/, (route) => (down ? route.abort() : route.continue()))
  await page.goto('./#/lab/one-budget')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The recorded runs could not be loaded')
  down = false
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('link', { name: 'Inception-20' })).toBeVisible()
  await expect(alert).toHaveCount(0)
})
