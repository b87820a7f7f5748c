import { expect, it } from 'vitest'
import { runsIn } from '../../../../tools/zoo.mjs'
import type { History } from '../../../recorded/history'
import { alike, leeway, sorted, uncertainty } from './budget'

const { runs } = runsIn('public/runs') as unknown as { readonly runs: readonly History[] }
const of = runs.find(({ run }) => run.name === 'cifar-resnet20')!
const names = alike(runs, of).map(({ run }) => run.run.name)

it('only what was trained alike and has as many parameters is compared', () => {
  expect(names).toEqual(expect.arrayContaining(['cifar-plain20', 'cifar-resnet20', 'cifar-resnext29-8x3d']))
  // More epochs, fewer images.
  expect(names).not.toContain('cifar-resnet20-long')
  expect(names.filter((name) => name.startsWith('rate-') || name.startsWith('noise-'))).toEqual([])
})

it('a network beyond the budget is left out', () => {
  const larger = { ...of, params: Math.round(of.params * (1 + leeway) + 1) }
  expect(alike([of, larger], of)).toHaveLength(1)
})

it('the same training from another seed stands beside its own network, not for itself', () => {
  expect(names.filter((name) => name.includes('seed'))).toEqual([])
  const [entry] = alike(runs, of).filter(({ run }) => run.run.name === 'cifar-resnet20')
  const seed2 = runs.find(({ run }) => run.name === 'cifar-resnet20-seed2')!
  expect(entry.others.map(({ testError }) => testError)).toContain(seed2.final.test.error)
})

it('the least comes first', () => {
  const errors = sorted(alike(runs, of), 'testError').map(({ testError }) => testError)
  expect(errors).toEqual(errors.toSorted((a, b) => a - b))
})

it('an error of a tenth on five thousand images is known to within 0.8 points', () => {
  expect(uncertainty(0.1, 5000)).toBeCloseTo(0.0083, 4)
  expect(uncertainty(0, 5000)).toBe(0)
})
