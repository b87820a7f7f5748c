import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { modelsIn, runsIn } from './zoo.mjs'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'layerwise-zoo-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, value: unknown) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), JSON.stringify(value))
}

it('a model is known by a line, without its tensors', () => {
  const known = {
    id: 'a',
    network: 'n',
    options: {},
    title: 'A',
    data: 'imagenette',
    bytes: 30,
    classes: ['cat'],
    testError: 0.1,
  }
  write('a/manifest.json', {
    ...known,
    graph: 'g',
    tensors: [
      { shape: [4], type: 'float32' },
      { shape: [3, 3, 2], type: 'int8' },
    ],
  })
  write('b/other.json', {})
  expect(modelsIn(folder)).toEqual([{ ...known, values: 22, kernels: 'int8', looks: [] }])
  write('a/look-cat-1.json', {})
  expect(modelsIn(folder)[0].looks).toEqual(['cat-1'])
})

it('trainings of small and of large photographs, transfers, amounts of data, other light and deleted blocks are told apart', () => {
  const shared = { title: 'A', date: '2026-11-20', testImages: 10 }
  const training = {
    ...shared,
    run: { name: 'one', network: 'n', recipe: { epochs: 1, rate: 0.1, seed: 1 }, options: {} },
    params: 1,
    macs: 1,
    trainImages: 10,
    diverged: false,
    epochs: [{ epoch: 1, trainError: null }],
    final: { train: { loss: null }, test: { loss: 1 } },
  }
  const large = { ...training, run: { ...training.run, name: 'large', data: 'imagenette' } }
  const amount = {
    ...shared,
    ways: [{ name: 'wide' }],
    results: [{ way: 'wide', each: 5, seed: 1, error: 0.5 }],
  }
  const transfer = { ...amount, trunk: {} }
  const shift = { ...shared, points: [{ factor: 1, kept: 0.1, anew: 0.2 }] }
  const deletion = {
    ...{ ...shared, network: 'n', error: 0.1, deletions: [{ block: 'a/block1', error: 0.2 }] },
    ...{ someImages: 5, subsets: [{ deleted: 1, errors: [0.2, 0.3] }] },
  }
  write('deletion.json', deletion)
  write('one.json', training)
  write('large.json', large)
  write('transfer.json', transfer)
  write('amount.json', amount)
  write('shift.json', shift)
  expect(runsIn(folder)).toEqual({
    runs: [training],
    fullSize: [large],
    transfers: [transfer],
    amounts: [amount],
    shifts: [shift],
    deletions: [deletion],
  })
})

it('a recorded file that no page can show ends the build with its name and what is wrong', () => {
  write('odd.json', { points: [{ factor: 1 }], title: 'A', date: '2026-11-20', testImages: 10 })
  expect(() => runsIn(folder)).toThrow(/odd\.json: .*(kept|neither a training)/)
})

it('a site without models and runs has none', () => {
  expect(modelsIn(join(folder, 'none'))).toEqual([])
  expect(runsIn(join(folder, 'none'))).toEqual({
    runs: [],
    fullSize: [],
    transfers: [],
    amounts: [],
    shifts: [],
    deletions: [],
  })
})
