import { expect, it } from 'vitest'
import { stemOf } from './steps'

it('goes from the image to block 3a in five layers, with the sizes of the paper where pools round up', () => {
  const steps = stemOf('ceil')
  expect(steps.map(({ shape }) => shape.join('×'))).toEqual([
    '224×224×3',
    '112×112×64',
    '56×56×64',
    '56×56×64',
    '56×56×192',
    '28×28×192',
  ])
  expect(steps.at(-1)!.values).toBe(150_528)
  expect(steps.reduce((sum, { macs }) => sum + macs, 0)).toBe(118_013_952 + 359_661_568)
  expect(steps[1].rule.join()).toContain('112')
})

it('loses a row at each pool that rounds down', () => {
  expect(stemOf('floor').map(({ shape }) => shape[0])).toEqual([224, 112, 55, 55, 55, 27])
})
