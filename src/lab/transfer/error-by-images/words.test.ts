import { expect, it } from 'vitest'
import { runsIn } from '../../../../tools/zoo.mjs'
import type { AmountReport, TransferReport } from '../../../recorded/report'
import { averaged, list, trained } from './words'

const { transfers, amounts } = runsIn('public/runs') as unknown as {
  readonly transfers: readonly TransferReport[]
  readonly amounts: readonly AmountReport[]
}

it('the transfer is told to be short: with the most images, two and a half times each', () => {
  expect(trained(transfers[0], 4)).toBe(
    '60 steps of 64 images with the least data, each image seen 192 times; 400 with the most, each image seen 2.56 times.',
  )
})

it('the amounts of data had more steps, and all images were seen four times', () => {
  expect(trained(amounts[0], amounts[0].classes)).toBe(
    '100 steps of 64 images with the least data, each image seen 128 times; 3,200 with the most, each image seen 4.1 times.',
  )
})

it('seeds and names are said in words', () => {
  expect(averaged(amounts[0])).toBe('Means of 3 seeds')
  expect(averaged({ ...amounts[0], results: amounts[0].results.filter(({ seed }) => seed === 1) })).toBe(
    'One seed',
  )
  expect(list(['a', 'b', 'c'])).toBe('a, b and c')
})
