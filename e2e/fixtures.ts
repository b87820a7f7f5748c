import { expect, test as base } from 'playwright/test'

export { expect }

/** A test that also fails when the page complains, breaks, or asks anything of another origin. */
export const test = base.extend<{ quietPage: void }>({
  quietPage: [
    async ({ context, baseURL }, use) => {
      const origin = new URL(baseURL!).origin
      const complaints: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
      })
      context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`))
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin)
          complaints.push(`request to another origin: ${url.href}`)
      })
      await use()
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
