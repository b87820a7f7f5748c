import { expect, it } from 'vitest'
import type { History } from '../../recorded/history'
import { commandOf, groupsOf, noiseInWords, recipesInWords, shownInWords, variantsOf } from './history'

const history = (name: string, error: number | null, run: Partial<History['run']> = {}): History => ({
  run: {
    name,
    network: 'cifar-resnet20',
    recipe: { epochs: 1, batch: 128, rate: 0.1, warm: 0.2, momentum: 0.9, decay: 0, seed: 1 },
    options: {},
    classes: [],
    each: null,
    ...run,
  },
  title: name,
  params: 1,
  macs: 1,
  trainImages: 1,
  testImages: 1,
  classes: [],
  date: '2026-01-01',
  machine: '',
  diverged: error === null,
  epochs: [],
  final: { train: { loss: null, error }, test: { loss: null, error } },
})

it('runs stand by what they were trained on, the fewest errors first, those that ran away last', () => {
  const runs = [
    history('ran-away', null),
    history('six', 0.1, { classes: ['cat', 'dog'] }),
    history('worse', 0.2),
    history('few', 0.5, { each: 500 }),
    history('better', 0.1),
  ]
  expect(groupsOf(runs).map(({ title, runs }) => [title, ...runs.map((run) => run.title)])).toEqual([
    ['All photographs, all classes', 'better', 'worse', 'ran-away'],
    ['Some of the photographs', 'few'],
    ['Some of the classes', 'six'],
  ])
})

it('noise and very few photographs are subjects of their own', () => {
  const runs = [
    history('rate', 0.5, { each: 500 }),
    history('noise', 0.6, { each: 500, noise: 0.5 }),
    history('few', 0.7, { each: 50 }),
  ]
  expect(groupsOf(runs).map(({ title, runs }) => [title, ...runs.map((run) => run.title)])).toEqual([
    ['Some of the photographs', 'rate'],
    ['Normalization with disturbed outputs', 'noise'],
    ['Very few photographs', 'few'],
  ])
})

it('a network trained by several recipes stands with all of them, its seeds left out', () => {
  const run = (name: string, epochs: number, seed: number, network = 'cifar-resnet20') =>
    history(name, 0.1, {
      network,
      recipe: { epochs, batch: 128, rate: 0.1, warm: 0.2, momentum: 0.9, decay: 0, seed },
    })
  const runs = [
    run('long', 60, 1),
    run('short', 24, 1),
    run('short-2', 24, 2),
    run('other', 24, 1, 'cifar-plain20'),
  ]
  expect(variantsOf(runs).map((variants) => variants.map(({ title }) => title))).toEqual([['short', 'long']])
})

it('runs of one network are called by what sets them apart', () => {
  const network = (name: string, run: Partial<History['run']>) => ({
    ...history(name, 0.5, { each: 500, ...run }),
    title: 'ResNet-20',
  })
  const [{ names }] = groupsOf([network('bn', {}), network('nobn', { options: { bn: 'false' } })])
  expect(names).toEqual(['ResNet-20, with normalization', 'ResNet-20, without normalization'])
})

it('a run says how it is repeated', () => {
  const run = history('rate-resnet20-nobn', 0.5, { options: { bn: 'false' } })
  expect(commandOf(run)).toBe('python train.py --train train.tar.xz --test test.tar.xz rate-resnet20-nobn')
})

it('a run tells noise, what was cut out of images, and images that never change', () => {
  expect(noiseInWords(history('noise', 0.5, { noise: 0.5 }))).toMatch(/deviation 0\.5.* 0\.5 to 1\.5$/)
  expect(noiseInWords(history('quiet', 0.5, { noise: 0 }))).toBe('')
  expect(shownInWords(history('same', 0.5, { augmented: false }))).toBe('the same in every epoch')
  expect(shownInWords(history('varied', 0.5))).toBe('cropped and mirrored at random in every epoch')
  expect(shownInWords(history('cut', 0.5, { cutout: 12 }))).toMatch(
    /, each with a square of 12 × 12 pixels cut out$/,
  )
})

it('a run at full size that was shorter than the others is told apart', () => {
  const recipe = (epochs: number, sizes: [number, number][]) =>
    history(`net of ${epochs}`, 0.1, {
      recipe: { ...history('', 0).run.recipe, epochs, sizes },
    })
  const long = recipe(20, [
    [9, 96],
    [11, 192],
  ])
  const short = recipe(3, [[3, 64]])
  expect(recipesInWords([long, long])).toBe(
    'One recipe for all: images grow from 96 to 192 pixels a side during 20 epochs.',
  )
  expect(recipesInWords([short, long, long])).toBe(
    'One recipe for all but net of 3: images grow from 96 to 192 pixels a side during 20 epochs. net of 3 was trained for 3 epochs, with images growing from 64 to 64 pixels a side; its errors show what short training achieves, not what the network can do.',
  )
})
