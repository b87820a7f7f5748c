import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { useProgress } from '../../exercises/progress'
import { untilAnswered } from '../../ui/untilAnswered'
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

it('has a figure in a text after the first words of its slide, which fill the page that it has no room on', async () => {
  const text = await printed({ per: 'text', order: 'degradation' })
  const figures = [...text.querySelectorAll('.handout-reading .handout-figure')]
  expect(figures.length).toBeGreaterThan(2)
  expect(figures.map((figure) => figure.previousElementSibling?.className)).toEqual(figures.map(() => ''))
  expect(figures.map((figure) => figure.previousElementSibling?.tagName)).toEqual(figures.map(() => 'P'))
})

it('goes on in a text where the page waits for an answer, with charts and with names that are buttons', async () => {
  const text = await printed({ per: 'text', order: 'degradation' })
  expect(text.querySelectorAll('.step-waits')).toHaveLength(0)
  const charts = [...text.querySelectorAll('.chart')]
  expect(charts.length).toBeGreaterThan(2)
  expect(charts.filter((chart) => chart.querySelector('svg') === null)).toEqual([])
  const names = [...text.querySelectorAll<HTMLElement>('.handout-figure .line-name')]
  expect(names.length).toBeGreaterThan(2)
  expect(names.filter((name) => name.offsetWidth === 0)).toEqual([])
  // What does something is not printed.
  const acts = [...text.querySelectorAll<HTMLElement>('.handout-prose .button')]
  expect(acts.length).toBeGreaterThan(0)
  expect(acts.filter((act) => act.offsetWidth > 0)).toEqual([])
})
