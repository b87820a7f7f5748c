import { defineConfig } from 'playwright/test'
import { launchOptions } from './tools/chromium.mjs'
import { day } from './tools/day.mjs'

const port = Number(process.env.LAYERWISE_E2E_PORT ?? 4273)

// Who asks for journeys by file or by name gets them on any day.
const isAsked = !process.env.LAYERWISE_DAY && process.argv.slice(3).some((word) => !word.startsWith('-'))
// All workers take the share of one day, also where it is midnight meanwhile.
process.env.LAYERWISE_DAY ??= String(day())

// The journeys visit the built site, served as a static host would: build first, or run `npm test -- e2e`.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // Its second try is told, and counts only while such journeys are very few (tools/test.mjs).
  retries: isAsked ? 0 : 1,
  // A busy machine is no fault of the page.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['./e2e/share.ts', { isAsked }],
    ['json', { outputFile: process.env.LAYERWISE_E2E_REPORT ?? 'test-results/e2e.json' }],
  ],
  // A service worker answers what a test wants to answer; `offline.spec.ts` lets it.
  use: { baseURL: `http://localhost:${port}/`, launchOptions: launchOptions(), serviceWorkers: 'block' },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `node tools/serve.mjs dist ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
})
