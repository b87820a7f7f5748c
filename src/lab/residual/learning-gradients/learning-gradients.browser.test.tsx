import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { HiddenReadouts } from '../../shared/hidden'
import { readLab } from '../../shared/schema'
import { Lab, options } from './learning-gradients.lab'

it('goes from one network to another while steps of the first are shown', async () => {
  const place = document.createElement('div')
  document.body.append(place)
  const problems: unknown[] = []
  const root = createRoot(place, { onUncaughtError: (error) => problems.push(error) })
  const show = (kind: string) =>
    root.render(
      <Lab value={readLab(options, { blocks: 1, show: 'chart' }, { kind }).value} onChange={() => {}} />,
    )
  const loss = () => /loss([\d.]+)/.exec(place.textContent)?.[1]
  show('plain')
  await expect.poll(loss, { timeout: 60_000 }).toBeDefined()
  const before = loss()
  const height = () => place.querySelector<HTMLElement>('.learning-found')!.offsetHeight
  const high = height()
  expect(high).toBeGreaterThan(180)
  show('dense')
  await expect.poll(() => loss() === undefined || problems.length > 0).toBe(true)
  // While the other one begins, what is below stays where it is.
  if (problems.length === 0) expect(height()).toBe(high)
  await expect
    .poll(() => problems.length > 0 || ![before, undefined].includes(loss()), { timeout: 60_000 })
    .toBe(true)
  expect(problems).toEqual([])
  root.unmount()
}, 120_000)

it('keeps how far its ends are apart to itself while a question waits, whatever step is shown', async () => {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  const { value } = readLab(options, { blocks: 1, show: 'chart' }, {})
  const show = (hidden: readonly string[]) =>
    root.render(
      <HiddenReadouts value={new Set(hidden)}>
        <Lab value={value} onChange={() => {}} />
      </HiddenReadouts>,
    )
  const ratio = () => /first ÷ last(.[\d.]*)/.exec(place.textContent)?.[1]
  show(['first ÷ last'])
  await expect.poll(ratio, { timeout: 60_000 }).toBe('?')
  show([])
  await expect.poll(ratio).toMatch(/^\d/)
  root.unmount()
}, 120_000)
