import { lineY } from '@observablehq/plot'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Chart } from './Plot'
import './theme.css'

let root: Root | undefined
let place: HTMLElement | undefined
let stop = () => {}

afterEach(() => {
  root?.unmount()
  place?.remove()
  stop()
})

const errors = [0.4, 0.2, 0.1]

async function mount(onChoose?: (x: number | string) => void) {
  place = document.createElement('div')
  place.style.cssText = 'inline-size: 480px; margin: 40px'
  document.body.append(place)
  const onKeyDown = vi.fn()
  addEventListener('keydown', onKeyDown)
  stop = () => removeEventListener('keydown', onKeyDown)
  root = createRoot(place)
  root.render(
    <Chart
      label="Errors: from 0.4 to 0.1"
      onChoose={onChoose}
      draw={() => ({
        height: 200,
        marginLeft: 50,
        x: { domain: [0, 2] },
        y: { domain: [0, 0.5] },
        marks: [lineY(errors)],
        told: errors.map((error, i) => ({ x: i, y: error, words: `epoch ${i}: ${error}` })),
      })}
    />,
  )
  await vi.waitFor(() => expect(reader()).not.toBeNull())
  return onKeyDown
}

const reader = () => place!.querySelector<HTMLInputElement>('input[type="range"]')!
const said = () => place!.querySelector('.tip:popover-open')?.textContent
/** The middle of the ring around the value that is said, from the corner of the chart. */
function ring() {
  const { left, top, width, height } = place!.querySelector('.chart-point')!.getBoundingClientRect()
  const chart = place!.querySelector('.chart svg')!.getBoundingClientRect()
  return { x: left + width / 2 - chart.left, y: top + height / 2 - chart.top }
}

it('a chart says each of its values to the keyboard, beside its place and as the value of a slider', async () => {
  const onKeyDown = await mount()
  reader().focus()
  await vi.waitFor(() => expect(said()).toBe('epoch 0: 0.4'))
  expect(reader().getAttribute('aria-valuetext')).toBe('epoch 0: 0.4')
  expect(reader().getAttribute('aria-label')).toBe('Values of the chart: Errors')
  expect(ring().x).toBeCloseTo(50, 0)
  await userEvent.keyboard('{ArrowRight}')
  await vi.waitFor(() => expect(said()).toBe('epoch 1: 0.2'))
  await userEvent.keyboard('{End}')
  await vi.waitFor(() => expect(said()).toBe('epoch 2: 0.1'))
  const [, first] = [onKeyDown.mockClear(), ring().y]
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(said()).toBeUndefined())
  expect(onKeyDown).not.toHaveBeenCalled()
  await userEvent.keyboard('{Home}')
  await vi.waitFor(() => expect(said()).toBe('epoch 0: 0.4'))
  expect(ring().y).toBeLessThan(first)
  reader().blur()
  await vi.waitFor(() => expect(said()).toBeUndefined())
})

it('and where it is pointed at', async () => {
  await mount()
  const chart = place!.querySelector('.chart')!
  await userEvent.hover(chart, { position: { x: 275, y: 100 } })
  await vi.waitFor(() => expect(said()).toBe('epoch 1: 0.2'))
  await userEvent.hover(document.body, { position: { x: 1, y: 1 } })
  await vi.waitFor(() => expect(said()).toBeUndefined())
})

it('a tapped value stays until something else is tapped', async () => {
  await mount()
  const chart = place!.querySelector('.chart')!
  const { left, top } = chart.getBoundingClientRect()
  const tap = { pointerType: 'touch', bubbles: true, clientX: left + 460, clientY: top + 120 }
  chart.dispatchEvent(new PointerEvent('pointerdown', tap))
  // As Safari 18.2 says it of a finger.
  chart.dispatchEvent(new PointerEvent('click', { ...tap, pointerType: 'mouse' }))
  await vi.waitFor(() => expect(said()).toBe('epoch 2: 0.1'))
  chart.dispatchEvent(new PointerEvent('pointerout', { ...tap, relatedTarget: document.body }))
  await new Promise(requestAnimationFrame)
  expect(said()).toBe('epoch 2: 0.1')
  reader().blur()
  await vi.waitFor(() => expect(said()).toBeUndefined())
})

it('a value that is clicked, or that Enter is pressed at, is chosen; one above or below is only said', async () => {
  const onChoose = vi.fn()
  await mount(onChoose)
  const chart = place!.querySelector('.chart')!
  await userEvent.hover(chart, { position: { x: 275, y: 20 } })
  await vi.waitFor(() => expect(said()).toBe('epoch 1: 0.2'))
  await userEvent.click(chart, { position: { x: 275, y: 20 } })
  expect(onChoose).not.toHaveBeenCalled()
  const { x, y } = ring()
  await userEvent.click(chart, { position: { x: x + 5, y } })
  expect(onChoose).toHaveBeenLastCalledWith(1)
  reader().focus()
  await userEvent.keyboard('{ArrowRight}')
  await vi.waitFor(() => expect(said()).toBe('epoch 2: 0.1'))
  await userEvent.keyboard('{Enter}')
  expect(onChoose).toHaveBeenLastCalledWith(2)
  expect(reader().getAttribute('aria-label')).toBe('Values of the chart: Errors; Enter chooses one')
})
