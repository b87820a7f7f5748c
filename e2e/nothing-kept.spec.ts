import { expect, test } from './fixtures'
import { ranOnce } from './page'

// A browser whose settings forbid every site to keep anything, as schools set theirs.

test('where the browser keeps nothing, everything works as long as the page is open, and it is said', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await page.addInitScript(() => {
    const refusal = () => new DOMException('The operation is insecure.', 'SecurityError')
    const throws = () => {
      throw refusal()
    }
    for (const area of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, area, { get: throws })
    Object.defineProperty(window, 'caches', {
      value: { open: () => Promise.reject(refusal()), delete: () => Promise.reject(refusal()) },
    })
    indexedDB.open = throws
    ServiceWorkerContainer.prototype.register = () => Promise.reject(refusal())
  })
  await page.goto('./#/course/mixed-kernels/kernel-zoo')
  const question = page.locator('[data-step="kernel-zoo"]')
  await question.getByRole('textbox').fill('121')
  await page.keyboard.press('Enter')
  await expect(question.locator('.verdict')).toContainText('Right')
  const go = (hash: string) => page.evaluate((next) => (location.hash = next), hash)

  await go('#/course')
  await expect(page.getByText(/1 of \d+ slides read/).first()).toBeVisible()
  await expect(page.getByText('does not let the page keep your progress')).toBeVisible()
  await go('#/course/mixed-kernels/kernel-zoo')
  await expect(question.locator('.verdict')).toContainText('Right')

  await go('#/course/orders')
  await page.getByRole('button', { name: 'New order' }).click()
  await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible()
  await go('#/course/orders')
  await expect(page.getByRole('heading', { level: 3, name: 'My talk' })).toBeVisible()

  await go('#/n/cifar-resnet20?backend=wasm')
  await ranOnce(page)
  await expect(page.getByText(/^ResNet-20 \(CIFAR\), trained on ten classes/)).toBeVisible()

  await go('#/offline')
  await expect(page.getByText('do not let the site keep anything').first()).toBeVisible()
})
