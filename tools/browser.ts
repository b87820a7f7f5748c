import { chromium, type Page } from 'playwright'
import { createServer } from 'vite'
import { ensureChromium, launchOptions } from './chromium.mjs'
import { root } from './packages.mjs'

/** Opens a page of its own for each question, so that no other contender's threads are awake meanwhile. */
export type Ask = <T>(question: (page: Page) => Promise<T>) => Promise<T>

/**
 * Serves a page of a tool with its modules as they are, and closes browser and server after `use`. The page says that
 * it is ready by a property of its window called `ready`.
 */
export async function inBrowser<T>(path: string, ready: string, use: (ask: Ask) => Promise<T>): Promise<T> {
  await ensureChromium()
  const vite = await createServer({
    root,
    configFile: `${root}/vite.config.ts`,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    cacheDir: `${root}/node_modules/.cache/tools`,
    // Named here, or Vite finds them while a page runs and reloads it.
    optimizeDeps: {
      entries: ['tools/*/*.html'],
      include: [
        '@tensorflow/tfjs-core',
        '@tensorflow/tfjs-backend-wasm',
        '@tensorflow/tfjs-backend-webgl',
        '@tensorflow/tfjs-backend-cpu',
        'protobufjs/minimal',
        'valibot',
      ],
      exclude: ['onnxruntime-web'],
    },
  })
  await vite.listen()
  const browser = await chromium.launch(launchOptions())
  const ask: Ask = async (question) => {
    const page = await browser.newPage()
    page.on('pageerror', (error) => console.error(error.message))
    try {
      await page.goto(new URL(path, vite.resolvedUrls!.local[0]).href)
      await page.waitForFunction((name) => name in window, ready, { timeout: 120_000 })
      return await question(page)
    } finally {
      await page.close()
    }
  }
  try {
    return await use(ask)
  } finally {
    await browser.close()
    await vite.close()
  }
}
