import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
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
