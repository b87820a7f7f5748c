import { expect, it } from 'vitest'
import { inTurn } from './turns'

it('does what is in view before what was asked for earlier and is not, and nothing that was called off', async () => {
  document.body.innerHTML = '<p>near</p><div style="block-size: 300vh"></div><p>far</p>'
  const [near, far] = document.body.querySelectorAll('p')
  const done: string[] = []
  inTurn(() => done.push('far'), far)
  const leave = inTurn(() => done.push('called off'), near)
  inTurn(() => done.push('near'), near)
  inTurn(() => done.push('near, too'), near)
  leave()
  await expect.poll(() => done).toEqual(['near', 'near, too', 'far'])
})
