import { setTimeout as sleep } from 'node:timers/promises'
import { type Source, type Tab, patience } from './browser'

/** Keys that are no characters, by the names of `KeyboardEvent.key`: https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const keys: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** Presses keys one after the other. */
export function press(tab: Tab, ...names: readonly string[]): Promise<void> {
  const strokes = names
    .map((name) => keys[name] ?? name)
    .flatMap((value) => [{ type: 'keyDown', value } as const, { type: 'keyUp', value } as const])
  return tab.act([{ type: 'key', id: 'keyboard', actions: strokes }])
}

export const type = (tab: Tab, text: string): Promise<void> => press(tab, ...text)

/** Clicks into the middle of the first element that fits, once it is there, rests, and nothing lies over it. */
export async function click(tab: Tab, selector: string): Promise<void> {
  const middle = `((element) => {
    if (!element) return null
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)]
    const hit = document.elementFromPoint(x, y)
    return hit && (element.contains(hit) || hit.contains(element)) ? [x, y] : null
  })(document.querySelector(${JSON.stringify(selector)}))`
  let before = ''
  let place: unknown = null
  await until(tab, `a place to click on ${selector}`, async () => {
    place = await tab.evaluate(middle)
    const rests = place !== null && String(place) === before
    before = String(place)
    return rests
  })
  const [x, y] = place as unknown as readonly [number, number]
  const actions = [
    { type: 'pointerMove', x, y, duration: 0 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ] as const
  const mouse: Source = { type: 'pointer', id: 'mouse', actions }
  await tab.act([mouse])
}

/** Gives an element the focus, as Tab would after however many steps. */
export async function focus(tab: Tab, selector: string): Promise<void> {
  await until(tab, `something to focus: ${selector}`, async () =>
    Boolean(
      await tab.evaluate(`((element) => {
        element?.focus()
        return element !== null && document.activeElement === element
      })(document.querySelector(${JSON.stringify(selector)}))`),
    ),
  )
}

/**
 * Waits for what a reader waits for. What does not come is told in its words, with what the page says of a problem.
 * @param holds an expression in the page, or what looks from outside; one that throws holds no more than one that is false
 */
export async function until(tab: Tab, what: string, holds: string | (() => Promise<boolean>)): Promise<void> {
  const from = performance.now()
  for (;;) {
    const held = typeof holds === 'string' ? tab.evaluate(`Boolean(${holds})`) : holds()
    if (await held.catch(() => false)) return
    if (performance.now() - from > patience) {
      const said = await tab
        .evaluate(
          "[...document.querySelectorAll('.problem, .notices')].map((each) => each.innerText).join(' ')",
        )
        .catch(() => '')
      throw new Error(`not within ${patience / 1000} s: ${what} ${String(said)}`.trim())
    }
    await sleep(200)
  }
}

/** An expression for: the first element that fits says something like this. */
export const says = (selector: string, like: RegExp): string =>
  `${like}.test(document.querySelector(${JSON.stringify(selector)})?.textContent ?? '')`

/** An expression for: the address is like this. */
export const isAt = (like: RegExp): string => `${like}.test(location.href)`

/** An expression for: of these canvases there are so many at least, and each shows more than one color. */
export const painted = (selector: string, count = 1): string => `((all) =>
  all.length >= ${count} && all.every((canvas) => {
    if (canvas.width * canvas.height === 0) return false
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    const pixels = new Uint32Array(data.buffer)
    return pixels.some((pixel) => pixel !== pixels[0])
  }))([...document.querySelectorAll(${JSON.stringify(selector)})])`
