import { createServer, type Server } from 'node:http'
import { expect, test } from 'playwright/test'

/** A page of another origin around a frame of the site. */
async function host(
  src: string,
  { sandbox, headers = {}, width = 960 }: { sandbox?: string; headers?: object; width?: number },
) {
  const apart = sandbox === undefined ? '' : `sandbox="${sandbox}"`
  return pageOf(
    `<!doctype html><h1>Elsewhere</h1><iframe ${apart} src="${src}" width="${width}" height="540">`,
    headers,
  )
}

/** A page of another origin. */
async function pageOf(html: string, headers: object = {}) {
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', ...headers })
    response.end(html)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

test('a network, a lab, a figure and a slide stand in frames of another site, also of one that is closed off', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 1040, height: 700 })
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  }
  const frame = page.frameLocator('iframe')
  const back = frame.getByRole('link', { name: 'Open in Layerwise' })
  for (const [hash, shown, settings] of [
    ['#/embed/n/lenet5?open=all', '.diagram [data-id="conv1"]', {}],
    ['#/embed-dark/lab/bigger?width=32', '.lab-body', { headers: isolated }],
    ['#/embed/course/shapes/tensor', '.lab-body', { sandbox: 'allow-scripts' }],
    ['#/embed/course/mixed-kernels/four-paths?deck', '.deck-text .step-title', { sandbox: 'allow-scripts' }],
  ] as const) {
    const { url, close } = await host(`${baseURL}${hash}`, settings)
    await page.goto(url)
    await expect(frame.locator(shown), hash).toBeVisible({ timeout: 60_000 })
    await expect(back).toBeVisible()
    await expect(frame.locator('.page-header, .deck-bar, .toolbar:visible')).toHaveCount(0)
    const size = await frame.locator('html').evaluate((root) => [root.scrollWidth, root.scrollHeight])
    expect(size, hash).toEqual([960, 540])
    if (hash.startsWith('#/embed-dark'))
      await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
    // Where nothing may open, the link says so and leaves its address.
    await back.click()
    const address = frame.getByRole('textbox', { name: 'This frame is not allowed to open pages' })
    if ('sandbox' in settings) await expect(address).toHaveValue(`${baseURL}${hash.replace('#/embed', '#')}`)
    else await expect(address).toHaveCount(0)
    close()
  }

  // As narrow as a phone: picture and words are whole.
  const phone = await host(`${baseURL}#/embed/course/mixed-kernels/four-paths?deck`, { width: 390 })
  await page.goto(phone.url)
  await expect(frame.locator('.deck-text .step-brief')).toBeVisible({ timeout: 60_000 })
  await expect(frame.locator('.diagram [data-id="inception"]')).toBeVisible()
  await expect(frame.locator('[data-goes-on]')).toHaveCount(0)
  const words = frame.locator('.deck-text')
  await expect
    .poll(() =>
      words.evaluate((text) => [text.scrollWidth - text.clientWidth, text.scrollHeight - text.clientHeight]),
    )
    .toEqual([0, 0])
  phone.close()

  // Closed off, it still runs, says what it cannot, and the link carries what was done in it; also where what starts
  // its worker is there before the page of the frame.
  await page.route(/\/EmbedPage-.*\.js$/, async (route) => {
    await new Promise((late) => setTimeout(late, 3000))
    await route.continue()
  })
  const { url, close } = await host(`${baseURL}#/embed/n/lenet5?open=all`, {
    sandbox: 'allow-scripts allow-popups',
  })
  await page.goto(url)
  await expect(frame.getByText('This frame is sandboxed')).toBeVisible({ timeout: 60_000 })
  await frame.locator('.diagram [data-id="conv1/conv"]').click()
  await expect(frame.locator('.layer-card canvas').first()).toBeVisible({ timeout: 60_000 })
  await back.hover()
  await expect(back).toHaveAttribute('href', /#\/n\/lenet5\?.*node=conv1\/conv/)
  close()
})

test('a dialog gives the snippet of a lab as it is set, and a picture for slides that show no pages', async ({
  page,
}) => {
  await page.goto('./#/lab/bigger?width=32')
  await page.getByRole('button', { name: 'Save …' }).click()
  await page.getByRole('button', { name: 'Embed …' }).click()
  const snippet = page.getByRole('textbox', { name: 'The snippet' })
  await expect(snippet).toHaveValue(/<iframe src=".*#\/embed\/lab\/bigger\?width=32" title=".+" width="960"/)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByRole('radio', { name: 'Slidev' }).check()
  await expect(snippet).toHaveValue(
    /^---\nlayout: iframe\nurl: '.*#\/embed-dark\/lab\/bigger\?width=32'\n---$/,
  )
  await page.getByRole('radio', { name: 'PowerPoint' }).check()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the picture' }).click()
  expect((await saving).suggestedFilename()).toBe('bigger.png')
})

test('in the column of a course page with a policy of its own, and on a slide that is scaled as a whole, a frame fits and answers where it is pointed at', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const frame = page.frameLocator('iframe')
  // As the snippet for Moodle, in a page that lets frames of one other site in.
  const src = `${baseURL}#/embed/n/lenet5?open=all`
  const course = await pageOf(
    `<!doctype html><body style="margin: 0; display: flex"><nav style="width: 285px">Course</nav><main style="width: 640px"><div style="max-width: 960px"><iframe src="${src}" style="width: 100%; aspect-ratio: 960 / 540; min-height: 480px; border: 0" loading="lazy"></iframe></div></main>`,
    {
      'Content-Security-Policy': `default-src 'self' 'unsafe-inline'; frame-src ${new URL(baseURL!).origin}`,
    },
  )
  await page.goto(course.url)
  const layer = frame.locator('.diagram [data-id="conv1/conv"]')
  await expect(layer).toBeVisible({ timeout: 60_000 })
  expect(await frame.locator('html').evaluate((root) => [root.scrollWidth, root.scrollHeight])).toEqual([
    640, 480,
  ])
  course.close()

  // Slidev and reveal.js lay a slide out at one size and scale it to the window.
  const slide = await pageOf(
    `<!doctype html><body style="margin: 0; overflow: hidden"><div style="width: 980px; height: 552px; transform-origin: 0 0; transform: scale(1.25)"><iframe src="${src}" style="width: 100%; height: 100%; border: 0"></iframe></div>`,
  )
  await page.goto(slide.url)
  await expect(layer).toBeVisible({ timeout: 60_000 })
  const [x, y] = await layer.evaluate((box) => {
    const { left, top, width, height } = box.getBoundingClientRect()
    return [left + width / 2, top + height / 2]
  })
  await page.mouse.click(1.25 * x, 1.25 * y)
  await expect(frame.locator('.layer-card')).toContainText('conv1', { timeout: 60_000 })
  slide.close()
})
