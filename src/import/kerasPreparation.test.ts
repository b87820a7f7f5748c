import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readKerasConfig } from './kerasConfig'
import { preparationIn } from './kerasPreparation'
import { openWeights } from './open'
import { fromBytes } from './source'
import type { FileTensor } from './tensors'

const layer = (class_name: string, config: object = {}) => ({ class_name, config })
const input = layer('InputLayer', { name: 'input', batch_shape: [null, 64, 64, 3] })
const json = (...layers: object[]) => JSON.stringify(layer('Functional', { layers: [input, ...layers] }))
const rescaling = layer('Rescaling', { name: 'rescaling', scale: 1 / 127.5, offset: -1 })
const conv = layer('Conv2D', { name: 'conv' })

const tensor = (name: string, values: readonly number[]): FileTensor => ({
  name,
  shape: [values.length],
  dtype: 'float32',
  read: () => Promise.resolve(Float32Array.from(values)),
})

const made = (text: string, tensors: readonly FileTensor[] = []) =>
  preparationIn(readKerasConfig(text)!.preparing, 3, tensors)

it('Rescaling is a factor and what is added, of all channels or of each', async () => {
  expect(await made(json(rescaling, conv))).toEqual({
    scale: Array(3).fill(1 / 127.5),
    shift: [-1, -1, -1],
    order: 'rgb',
  })
  const each = layer('Rescaling', { name: 'each', scale: [0.5, 0.25, 1], offset: [1, 2, 3] })
  expect(await made(json(each, conv))).toMatchObject({ scale: [0.5, 0.25, 1], shift: [1, 2, 3] })
})

it('layers in a row do what they do one after the other, around those that change no value', async () => {
  const augmented = layer('Sequential', { layers: [layer('RandomFlip'), layer('RandomRotation')] })
  // (x / 255 − 0.5) / 0.25
  const unit = layer('Rescaling', { name: 'unit', scale: 1 / 255 })
  const normal = layer('Normalization', { name: 'n', mean: [[[[0.5, 0.5, 0.5]]]], variance: [[[[0.0625]]]] })
  const found = await made(json(augmented, unit, normal, layer('ZeroPadding2D'), conv))
  for (const value of found!.scale) expect(value).toBeCloseTo(4 / 255, 9)
  expect(found!.shift).toEqual([-2, -2, -2])
})

it('a mean and a variance that were learned are read from the tensors of the file', async () => {
  const learned = layer('Normalization', { name: 'normalization', mean: null, variance: null })
  const tensors = [
    tensor('normalization/mean', [100, 110, 120]),
    tensor('normalization/variance', [400, 100, 25]),
  ]
  const found = await made(json(learned, conv), tensors)
  expect(found!.scale).toEqual([0.05, 0.1, 0.2])
  expect(found!.shift).toEqual([-5, -11, -24])
  expect(await made(json(learned, conv))).toBeUndefined()
})

it('where something else happens to the image, or it is undone, nobody says how it is prepared', async () => {
  for (const between of [
    layer('Lambda', { name: 'l' }),
    layer('TrueDivide', { name: 'd' }),
    layer('Normalization', { name: 'n', invert: true, mean: 0, variance: 1 }),
    layer('Rescaling', { name: 'r', scale: 'much' }),
    layer('Rescaling', { name: 'r', scale: -1 }),
    layer('Rescaling', { name: 'r', scale: [1, 2] }),
  ])
    expect(await made(json(rescaling, between, conv))).toBeUndefined()
  expect(await made(json(conv, rescaling))).toBeUndefined()
})

it('a .keras says how its image is prepared', async () => {
  const weights = new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures/keras.weights.h5')))
  const file = zipSync({
    'config.json': new TextEncoder().encode(json(rescaling, conv)),
    'model.weights.h5': weights,
  })
  const { preparation } = await openWeights([fromBytes(file, 'net.keras')])
  expect(preparation).toMatchObject({ shift: [-1, -1, -1], order: 'rgb' })
})
