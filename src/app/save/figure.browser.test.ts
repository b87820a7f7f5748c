import { afterEach, expect, it } from 'vitest'
import { svgOf } from './figure'

const figure = document.createElement('div')
figure.innerHTML = `
  <style>.window { fill: none; stroke: rgb(255, 176, 0); stroke-width: 3px }</style>
  <p>before</p>
  <svg viewBox="0 0 20 20" width="20" height="20"><rect class="window" width="10" height="10" style="opacity: 0.5"/></svg>
  <p data-not-saved>only on the screen</p>`

afterEach(() => figure.remove())

it('a saved figure keeps what style sheets say of its drawings, without what only the page needs, and the page stays as it was', async () => {
  document.body.append(figure)
  const page = figure.innerHTML
  const file = await (await svgOf(figure, { title: 'A window', source: 'here' })).text()
  const parsed = new DOMParser().parseFromString(file, 'image/svg+xml')
  const window = parsed.querySelector<SVGElement>('rect.window')!
  expect(window.style.fill).toBe('none')
  expect(window.style.stroke).toBe('rgb(255, 176, 0)')
  expect(window.style.opacity).toBe('0.5')
  expect(file).toContain('before')
  expect(file).not.toContain('only on the screen')
  expect(figure.innerHTML).toBe(page)
})
