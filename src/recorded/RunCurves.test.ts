import { expect, it } from 'vitest'
import { runsIn } from '../../tools/zoo.mjs'
import type { History } from './history'
import { repeatsOf } from './repeats'
import { thinLines } from './RunCurves'

const { runs } = runsIn('public/runs') as unknown as { readonly runs: readonly History[] }
const like = runs.find(({ run }) => run.name === 'cifar-plain20')!

/** A run of a network from a seed, as far as names need it. */
const from = (title: string, seed: number): History => ({
  ...like,
  title,
  run: { ...like.run, recipe: { ...like.run.recipe, seed } },
})

it('thin lines are told once where every run has the same seeds', () => {
  const [a, b] = [from('A', 1), from('B', 1)]
  expect(thinLines([a, b], [])).toBeUndefined()
  expect(thinLines([a, b], [[], []])).toBeUndefined()
  expect(
    thinLines(
      [a, b],
      [
        [from('A', 3), from('A', 2)],
        [from('B', 2), from('B', 3)],
      ],
    ),
  ).toBe(' Thin lines: seeds 2 and 3.')
})

it('and by run where they differ, so that no line is named that is not drawn', () => {
  const [a, b, c] = [from('A', 1), from('B', 1), from('C', 1)]
  expect(thinLines([a, b, c], [[from('A', 2), from('A', 3)], [from('B', 2)], []])).toBe(
    ' Thin lines: seeds 2 and 3 of A; seed 2 of B.',
  )
})

it('the runs of depth again: the deep ones have fewer repeats, and are told apart', () => {
  const four = ['cifar-plain20', 'cifar-plain56', 'cifar-resnet20', 'cifar-resnet56'].map((name) =>
    runs.find(({ run }) => run.name === name)!,
  )
  const repeats = four.map((run) => repeatsOf(runs, run))
  const said = thinLines(four, repeats)!
  const seeds = (i: number) => repeats[i].map(({ run }) => run.recipe.seed)
  expect(seeds(1)).not.toEqual(seeds(0))
  expect(said).toContain(' of plain-20 (CIFAR)')
  expect(said).toMatch(/seed 2 of plain-56 \(CIFAR\)/)
})
