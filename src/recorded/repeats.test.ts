import { expect, it } from 'vitest'
import { runsIn } from '../../tools/zoo.mjs'
import type { History } from './history'
import { rangeOf, repeatsOf, withoutRepeats } from './repeats'

const { runs } = runsIn('public/runs') as unknown as { readonly runs: readonly History[] }
const run = (name: string) => runs.find((each) => each.run.name === name)!
const names = (some: readonly History[]) => some.map((each) => each.run.name)

it('a training from another seed is found, one by another recipe or of another network is not', () => {
  expect(names(repeatsOf(runs, run('cifar-resnet20')))).toEqual([
    'cifar-resnet20-seed2',
    'cifar-resnet20-seed3',
  ])
  expect(names(repeatsOf(runs, run('cifar-resnet20-seed3')))).toEqual([
    'cifar-resnet20',
    'cifar-resnet20-seed2',
  ])
  expect(repeatsOf(runs, run('cifar-resnet20-long'))).toEqual([])
  expect(repeatsOf(runs, run('rate-resnet20-bn-0.1'))).toEqual([])
})

it('of a training with several seeds the one stands for it whose weights are on the site', () => {
  const kept = names(withoutRepeats(runs))
  expect(kept).toEqual(expect.arrayContaining(['cifar-resnet20', 'cifar-resnet20-long']))
  expect(kept.filter((name) => name.includes('-seed'))).toEqual([])
  expect(names(withoutRepeats([run('cifar-plain20-seed3'), run('cifar-plain20-seed2')]))).toEqual([
    'cifar-plain20-seed2',
  ])
})

it('the range of a training spans its seeds, whichever of them is asked', () => {
  const errors = ['', '-seed2', '-seed3'].map((seed) => run(`cifar-densenet22-k12${seed}`).final.test.error!)
  const range = [Math.min(...errors), Math.max(...errors)]
  expect(rangeOf(runs, run('cifar-densenet22-k12'))).toEqual(range)
  expect(rangeOf(runs, run('cifar-densenet22-k12-seed3'))).toEqual(range)
  expect(rangeOf(runs, run('cifar-resnet20-long'))).toBeUndefined()
})
