import { defineConfig } from 'playwright/test'
import { launchOptions } from './tools/chromium.mjs'

const port = Number(process.env.LAYERWISE_E2E_PORT ?? 4273)

// The journeys visit the built site, served as a static host would: build first, or run `npm test -- e2e`.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: process.env.LAYERWISE_E2E_REPORT ?? 'test-results/e2e.json' }]],
  // A service worker answers what a test wants to answer; `offline.spec.ts` lets it.
  use: { baseURL: `http://localhost:${port}/`, launchOptions: launchOptions(), serviceWorkers: 'block' },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `node tools/serve.mjs dist ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
})
