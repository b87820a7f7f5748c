import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { useProgress } from '../../exercises/progress'
import { untilAnswered } from '../../ui/Hideable'
import type { HandoutRoute } from '../route/route'
import { Handout } from './Handout'

/** A readout of a lab, a chart, and layers of a network wait for an answer. */
const order = 'cost-and-reuse/memory-bill,growth/bottleneck,whole-net/nine-blocks'

let root: Root | undefined
afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
  useProgress.getState().reset()
})

async function printed(change: Partial<HandoutRoute> = {}): Promise<HTMLElement> {
  const place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  root.render(<Handout route={{ page: 'handout', order, per: 1, notes: false, answers: false, ...change }} />)
  await vi.waitFor(() => expect(place.querySelector('[data-ready="true"]')).not.toBeNull(), 50_000)
  return place
}

const marks = (figure: Element) => figure.querySelectorAll(`[aria-label="${untilAnswered}"]`).length

function expectAsked([bill, bottleneck, blocks]: readonly Element[]): void {
  expect(marks(bill)).toBeGreaterThan(0)
  expect(marks(bottleneck)).toBeGreaterThan(0)
  expect(blocks.textContent).toContain('?')
  expect(blocks.textContent).not.toContain('528')
}

it('asks on paper: figures have question marks, whatever the reader has answered', async () => {
  const fresh = await printed()
  expectAsked([...fresh.querySelectorAll('.handout-figure')])
  const asked = [...fresh.querySelectorAll('.question-ask')].map((ask) => ask.textContent)
  expect(asked.length).toBeGreaterThan(2)
  root!.unmount()
  fresh.remove()

  // As for a reader who has answered everything.
  for (const slide of order.split(','))
    for (const ask of asked) useProgress.getState().answer(`${slide}#${ask.slice(0, 60)}`, '25600', true)
  const answered = await printed({ answers: true })
  expectAsked([...answered.querySelectorAll('.handout-slide .handout-figure')])
  expect(answered.querySelectorAll('.handout-slide .question-answer')).toHaveLength(0)
  expect(answered.querySelectorAll('.handout-answers .question-answer').length).toBeGreaterThan(2)
})

it('asks in a text, too', async () => {
  const text = await printed({ per: 'text' })
  expectAsked([...text.querySelectorAll('.handout-figure')])
})
