import { expect, it } from 'vitest'
import { runsIn } from '../../../../tools/zoo.mjs'
import type { History } from '../../../recorded/history'
import { diagnose, seriesOf } from './diagnosis'

const { runs } = runsIn('public/runs') as unknown as { readonly runs: readonly History[] }

/** A training with these errors at its end. */
const ending = (train: number, test: number): History => {
  const some = runs[0]
  return { ...some, epochs: [{ ...some.epochs[0], trainError: train, testError: test }] }
}

it('at least as good on the training images and worse on new ones is overfitting', () => {
  expect(diagnose([ending(0.2, 0.3), ending(0.01, 0.4)])).toBe('overfitting')
  expect(diagnose([ending(0, 0.3), ending(0, 0.4)])).toBe('overfitting')
})

it('worse on the training images, too, is degradation', () => {
  expect(diagnose([ending(0.2, 0.3), ending(0.35, 0.4)])).toBe('degradation')
})

it('a second network that is not worse on new images is no case', () => {
  expect(() => diagnose([ending(0.2, 0.3), ending(0.1, 0.3)])).toThrow(/neither/)
})

it('curves keep their order when those of the training images join them, and have no names before the answer', () => {
  const pair = [ending(0.2, 0.3), ending(0.1, 0.4)] as const
  const few = seriesOf(pair, false, false).map(({ name }) => name)
  const all = seriesOf(pair, true, false).map(({ name }) => name)
  expect(few).toEqual(['first, test', 'second, test'])
  expect(all.slice(0, few.length)).toEqual(few)
  expect(all.slice(few.length)).toEqual(['first, training', 'second, training'])
  expect(seriesOf(pair, false, true)[0].name).toContain(pair[0].title)
  // A color means the same before and after the answer.
  expect(seriesOf(pair, true, true).map(({ of }) => of)).toEqual(
    seriesOf(pair, true, false).map(({ of }) => of),
  )
})
