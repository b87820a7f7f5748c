import { setTimeout as sleep } from 'node:timers/promises'
import { canIsolate } from '../../src/offline/isolated'
import { type Browser, type Kind, patience } from './browser'
import type { Result } from './tally'

const isSettled = `crossOriginIsolated || !(${String(canIsolate)})(navigator.userAgent)`

export interface DrawnPage {
  readonly what: string
  readonly hash: string
  /** The elements that hold the drawings. */
  readonly figures: string
  /** How many there are at least. */
  readonly count: number
}

export const drawnPages: readonly DrawnPage[] = [
  { what: 'lesson with a graph', hash: '#/course/mixed-kernels/four-paths', figures: '.diagram', count: 1 },
  { what: 'slide', hash: '#/course/mixed-kernels/four-paths?deck', figures: '.diagram', count: 1 },
  {
    what: 'comparison',
    hash: '#/n/cifar-plain20?beside=cifar-resnet20',
    figures: '.diagram',
    count: 2,
  },
  { what: 'lab', hash: '#/course/one-by-one/naive', figures: '.course-figure.lab', count: 1 },
]

/**
 * Notes down what the page reports as an error, from now on. But that a chart has changed sizes while sizes were told
 * is none: the browser says so, by its specification, when it tells the rest in the next frame.
 */
const listen = `(() => {
  const errors = (window.consoleErrors = [])
  const { error } = console
  console.error = (...what) => { errors.push(what.map(String).join(' ')); error(...what) }
  addEventListener('error', ({ message }) => /^ResizeObserver loop/.test(message) || errors.push(message))
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)))
  return true
})()`

/** Opens pages one after the other, as links do, and looks at what is drawn and what the console has to say. */
export async function drawTrial(
  kind: Kind,
  site: string,
  pages: readonly DrawnPage[],
): Promise<(readonly [string, Result])[]> {
  const browser = await kind.launch()
  try {
    await browser.open(`${site}#/gallery`)
    await settled(browser)
    await browser.evaluate(listen)
    const results: (readonly [string, Result])[] = []
    for (const page of pages) results.push([page.what, await drawn(browser, page)])
    return results
  } finally {
    await browser.close()
  }
}

/** Waits until the site has its headers: where its host sends none, it keeps itself and reloads once, but in WebKit (`offline/isolated.ts`). */
export async function settled(browser: Pick<Browser, 'evaluate'>, milliseconds = patience): Promise<void> {
  const from = performance.now()
  // While one page is replaced by the next there is nothing to ask.
  while (!(await browser.evaluate(isSettled).catch(() => false))) {
    if (performance.now() - from > milliseconds) throw new Error('The page did not become isolated.')
    await sleep(200)
  }
}

async function drawn(browser: Browser, { hash, figures, count }: DrawnPage): Promise<Result> {
  const from = performance.now()
  await browser.evaluate(`(window.consoleErrors.length = 0, location.hash = ${JSON.stringify(hash)})`)
  // A canvas that is painted is not of one colour; a figure without a canvas has shapes.
  const look = `(() => {
    const painted = (canvas) => {
      if (canvas.width * canvas.height === 0) return false
      const pixels = new Uint32Array(
        canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)
      return pixels.some((pixel) => pixel !== pixels[0])
    }
    const full = (figure) => {
      const canvases = [...figure.querySelectorAll('canvas')]
      return canvases.length > 0
        ? canvases.some(painted)
        : figure.querySelectorAll('svg :is(path, rect, circle, line, text)').length > 1
    }
    return {
      full: [...document.querySelectorAll(${JSON.stringify(figures)})].filter(full).length,
      problem: document.querySelector('.problem')?.textContent ?? '',
      errors: window.consoleErrors ?? ['the page was loaded anew'],
    }
  })()`
  for (;;) {
    const { full, problem, errors } = (await browser.evaluate(look)) as {
      full: number
      problem: string
      errors: string[]
    }
    const elapsed = performance.now() - from
    const complete = full >= count
    if (complete || problem || errors.length > 0 || elapsed > patience) {
      const faults = [
        ...(complete ? [] : [`${full} of ${count} pictures are drawn`]),
        ...(problem ? [problem] : []),
        ...errors.map((text) => `console: ${text}`),
      ]
      return faults.length === 0 ? { seconds: elapsed / 1000 } : { fault: faults.join('; ') }
    }
    await sleep(200)
  }
}
