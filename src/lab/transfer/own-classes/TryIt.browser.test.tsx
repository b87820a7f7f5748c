import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { TryIt } from './TryIt'
import type { Camera } from './useCamera'
import type { SharedEngine } from './useEngine'

it('tells why it has no answer, and has one when it is tried again', async () => {
  const said = {
    shares: Float32Array.of(0.25, 0.75),
    evidence: () => ({ map: Float32Array.of(1), height: 1, width: 1, bias: 0, score: 1, strongest: [] }),
  }
  let tries = 0
  const engine = async () => {
    if (++tries === 1) throw new Error('its worker ended')
    return said
  }
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  const image = { width: 1, height: 1, data: new Uint8ClampedArray(4) }
  root.render(
    <TryIt
      pupil={{ graph: graphOf('lenet5'), weights: () => [] } as never}
      id="1"
      names={['cat', 'dog']}
      camera={{ state: 'off', grab: () => null } as unknown as Camera}
      image={image}
      engine={engine as unknown as SharedEngine}
    />,
  )
  await expect.poll(() => place.textContent).toBe('Its worker ended. Try again')
  place.querySelector('button')!.click()
  await expect.poll(() => place.textContent).toMatch(/dog75\.0%/)
  expect(place.querySelector('[role=alert]')).toBeNull()
  root.unmount()
  place.remove()
})
