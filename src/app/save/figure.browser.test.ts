import { afterEach, expect, it } from 'vitest'
import { svgOf } from './figure'

const figure = document.createElement('div')
figure.innerHTML = `
  <style>.window { fill: none; stroke: rgb(255, 176, 0); stroke-width: 3px }</style>
  <p>before</p>
  <svg viewBox="0 0 20 20" width="20" height="20"><rect class="window" width="10" height="10" style="opacity: 0.5;"/></svg>
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

it('what was written into a box for text stands in the saved figure as text', async () => {
  const area = document.createElement('textarea')
  document.body.append(figure)
  figure.append(area)
  area.value = 'x &lt; <b>y'
  const file = await (await svgOf(figure, { title: 'A box', source: 'here' })).text()
  area.remove()
  const parsed = new DOMParser().parseFromString(file, 'image/svg+xml')
  expect(parsed.querySelector('textarea')!.textContent).toBe('x &lt; <b>y')
  expect(Object.keys(area)).not.toContain('cloneNode')
})

it('boxes that stand in one line on the page stand in one line in the saved figure, and the page stays as it was', async () => {
  const lines = document.createElement('div')
  lines.innerHTML = `
    <p id="one" style="display: inline-flex; flex-wrap: wrap;"><span>one</span><span>line</span></p>
    <p id="two" style="display: flex; flex-wrap: wrap; width: 4px;"><span>two</span><span>lines</span></p>`
  document.body.append(lines)
  const page = lines.innerHTML
  const file = await (await svgOf(lines, { title: 'Lines', source: 'here' })).text()
  expect(lines.innerHTML).toBe(page)
  lines.remove()
  const parsed = new DOMParser().parseFromString(file, 'image/svg+xml')
  const wraps = (id: string) => parsed.querySelector<HTMLElement>(`#${id}`)!.style.flexWrap
  expect([wraps('one'), wraps('two')]).toEqual(['nowrap', 'wrap'])
})
