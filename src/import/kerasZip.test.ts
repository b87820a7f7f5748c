import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openWeights } from './open'
import { recognise } from './recognise'
import { fromBytes } from './source'

const weights = new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures/keras.weights.h5')))

const config = JSON.stringify({
  class_name: 'Functional',
  config: { layers: [{ class_name: 'InputLayer', config: { batch_shape: [null, 64, 48, 3] } }] },
})

it.each([
  ['stored, as Keras writes it', 0],
  ['packed', 6],
] as const)('a .keras whose weights are %s has the tensors of its .h5', async (_, level) => {
  const file = zipSync(
    {
      'metadata.json': new Uint8Array([123, 125]),
      'config.json': [new TextEncoder().encode(config), { level: 6 }],
      'model.weights.h5': weights,
    },
    { level },
  )
  const [plain, zipped] = await Promise.all([
    openWeights([fromBytes(weights, 'net.weights.h5')]),
    openWeights([fromBytes(file, 'net.keras')]),
  ])
  expect(zipped.form).toBe('keras')
  expect(zipped.config?.input).toEqual([64, 48, 3])
  expect(zipped.tensors.map(({ name }) => name)).toEqual(plain.tensors.map(({ name }) => name))
  for (const [i, tensor] of plain.tensors.entries())
    expect(await zipped.tensors[i].read()).toEqual(await tensor.read())
  expect(recognise(zipped).fit.unmatched).toEqual([])
})
