import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recognise } from '../recognise'

/** Names and shapes that keras.applications (Keras 3.15) gives for ten classes, of images of 64×64 (DenseNet) and 224×224 (VGG). */
const names = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/whole/keras.json'), 'utf8'),
) as Record<string, Record<string, readonly number[]>>

it.each([
  ['densenet121', 'densenet121'],
  ['vgg16', 'vgg16'],
])('every weight of %s of Keras has its place', (name, preset) => {
  const tensors = Object.entries(names[name]).map(([name, shape]) => ({
    name,
    shape,
    dtype: 'float32' as const,
    read: () => Promise.reject(new Error('only names and shapes are needed')),
  }))
  const { resolved, fit } = recognise({ form: 'keras', name: `${name}.keras`, size: 1, tensors })
  expect(resolved.id).toBe(preset)
  expect(fit.unmatched).toEqual([])
  expect(fit.matched).toHaveLength(tensors.length)
  expect(resolved.options.classes).toBe(10)
})
