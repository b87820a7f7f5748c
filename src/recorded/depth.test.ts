import { expect, it } from 'vitest'
import { runsIn } from '../../tools/zoo.mjs'
import type { History } from './history'

/** What the lessons say of depth, checked in the recorded runs: every line must hold from each seed. */
const { runs } = runsIn('public/runs') as unknown as { readonly runs: readonly History[] }
const epochs = (name: string) => runs.find(({ run }) => run.name === name)!.epochs
const ofLast = (name: string, of: 'train' | 'test') =>
  runs.find(({ run }) => run.name === name)!.final[of].error!

it.each(['', '-seed2'])(
  'seed%s: the deeper plain network is behind from the first epoch to the last',
  (seed) => {
    const shallow = epochs(`cifar-plain20${seed}`)
    epochs(`cifar-plain56${seed}`).forEach((deep, i) => {
      expect(deep.trainError).toBeGreaterThan(shallow[i].trainError!)
      expect(deep.testError).toBeGreaterThan(shallow[i].testError!)
    })
  },
)

it.each(['', '-seed2'])('seed%s: with ways around, the deepest network is the best of the four', (seed) => {
  for (const of of ['train', 'test'] as const) {
    const deep = ofLast(`cifar-resnet56${seed}`, of)
    for (const other of ['cifar-resnet20', 'cifar-plain20', 'cifar-plain56'])
      expect(deep).toBeLessThan(ofLast(`${other}${seed}`, of))
  }
})

it.each(['', '-seed2'])(
  'seed%s: the deeper residual network begins behind the shallow one and overtakes it',
  (seed) => {
    const ahead = epochs(`cifar-resnet56${seed}`).map(
      (deep, i) => deep.trainError! < epochs(`cifar-resnet20${seed}`)[i].trainError!,
    )
    expect(ahead.slice(0, 3)).toEqual([false, false, false])
    expect(ahead.slice(3).every(Boolean)).toBe(true)
  },
)

it('seeds move an error less than a way around does', () => {
  const spread = (network: string) => {
    const errors = runs
      .filter(({ run }) => run.name === network || run.name.startsWith(`${network}-seed`))
      .map(({ final }) => final.test.error!)
    return { least: Math.min(...errors), most: Math.max(...errors) }
  }
  for (const depth of [20, 56])
    expect(spread(`cifar-resnet${depth}`).most).toBeLessThan(spread(`cifar-plain${depth}`).least)
})
