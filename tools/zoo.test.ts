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
    graph: 'g',
    classes: ['cat'],
    testError: 0.1,
  }
  write('a/manifest.json', {
    ...known,
    tensors: [
      { shape: [4], type: 'float32' },
      { shape: [3, 3, 2], type: 'int8' },
    ],
  })
  write('b/other.json', {})
  expect(modelsIn(folder)).toEqual([{ ...known, values: 22, kernels: 'int8', hasLook: false }])
  write('a/first.json', {})
  expect(modelsIn(folder)[0].hasLook).toBe(true)
})

it('trainings, transfers, amounts of data and other light are told apart', () => {
  const [training, transfer, amount, shift] = [
    { run: { name: 'one' } },
    { trunk: {}, results: [] },
    { results: [] },
    { points: [] },
  ]
  write('one.json', training)
  write('transfer.json', transfer)
  write('amount.json', amount)
  write('shift.json', shift)
  expect(runsIn(folder)).toEqual({
    runs: [training],
    transfers: [transfer],
    amounts: [amount],
    shifts: [shift],
  })
})

it('a site without models and runs has none', () => {
  expect(modelsIn(join(folder, 'none'))).toEqual([])
  expect(runsIn(join(folder, 'none'))).toEqual({ runs: [], transfers: [], amounts: [], shifts: [] })
})
