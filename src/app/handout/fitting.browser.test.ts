import { afterEach, expect, test } from 'vitest'
import { fitting } from './fitting'

const made: Element[] = []
afterEach(() => made.splice(0).forEach((one) => one.remove()))

/** A place on paper, with figures that stand beside each other where both have their least width. */
function place(width: number, height: number, figures: number): HTMLElement {
  const outer = document.createElement('div')
  outer.style.cssText = `inline-size: ${width}px; block-size: ${height}px; overflow: hidden`
  const columns =
    'display: grid; gap: 24px; grid-template-columns: repeat(auto-fit, minmax(min(272px, 100%), 1fr))'
  outer.innerHTML = `<div><div style="${columns}">${'<div style="block-size: 400px"></div>'.repeat(figures)}</div></div>`
  document.body.append(outer)
  made.push(outer)
  return outer
}

/** How large it is when nothing has been tried for a while. */
async function settled(outer: HTMLElement): Promise<number> {
  let zoom = 1
  let last = Date.now()
  const stop = fitting(outer, (next) => {
    zoom = next
    last = Date.now()
    ;(outer.firstElementChild as HTMLElement).style.zoom = String(next)
  })
  await expect.poll(() => Date.now() - last > 600, { timeout: 8000 }).toBe(true)
  stop()
  return zoom
}

test('two charts that would stand below each other when larger are as large as they can be beside each other', async () => {
  const outer = place(380, 400, 2)
  const zoom = await settled(outer)
  expect(zoom).toBeGreaterThan(0.62)
  expect(outer.scrollHeight).toBeLessThanOrEqual(outer.clientHeight + 1)
})

test('what fits as it is stays so', async () => {
  expect(await settled(place(380, 420, 1))).toBe(1)
})
