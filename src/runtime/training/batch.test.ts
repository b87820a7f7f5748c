import { setBackend, ready } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { beforeAll, expect, it } from 'vitest'
import { type Batch, tensorsAlive, withBatch } from './batch'

beforeAll(async () => {
  await setBackend('cpu')
  await ready()
})

const batch: Batch = { images: new Float32Array(8), shape: [2, 2, 2, 1], labels: [0, -1], classes: 2 }

it.each([
  [
    new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded'),
    /^Memory ran out while 2 images .* will do\.$/,
  ],
  [new WebAssembly.RuntimeError('Aborted(OOM)'), /^Memory ran out/],
  [new Error('no such kernel'), /^no such kernel$/],
])('what a kernel throws is told, and no tensor of the batch stays: %s', async (error, sentence) => {
  const before = tensorsAlive()
  await expect(withBatch(batch, () => Promise.reject(error))).rejects.toThrow(sentence)
  expect(tensorsAlive()).toBe(before)
})
