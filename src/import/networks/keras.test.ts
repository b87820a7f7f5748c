import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recognise } from '../recognise'

/** Names and shapes that keras.applications (Keras 3.15) gives for ten classes, of images of 64×64 (DenseNet) and 224×224 (VGG). */
const names = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/whole/keras.json'), 'utf8'),
) as Record<string, Record<string, readonly number[]>>

const fileOf = (name: string, shapes: Record<string, readonly number[]>) => ({
  form: 'keras' as const,
  name: `${name}.keras`,
  size: 1,
  tensors: Object.entries(shapes).map(([name, shape]) => ({
    name,
    shape,
    dtype: 'float32' as const,
    read: () => Promise.reject(new Error('only names and shapes are needed')),
  })),
})

it.each([
  ['densenet121', 'densenet121'],
  ['vgg16', 'vgg16'],
])('every weight of %s of Keras has its place', (name, preset) => {
  const file = fileOf(name, names[name])
  const { resolved, fit } = recognise(file)
  expect(resolved.id).toBe(preset)
  expect(fit.unmatched).toEqual([])
  expect(fit.matched).toHaveLength(file.tensors.length)
  expect(resolved.options.classes).toBe(10)
})

it('a trained network within another model has the classes of the layer that stands on it, whatever its name', () => {
  const shapes = Object.fromEntries(
    Object.entries(names.densenet121).map(([name, shape]) => [
      name.replace('predictions', 'dense_3'),
      name === 'predictions/kernel' ? [shape[0], 5] : name === 'predictions/bias' ? [5] : shape,
    ]),
  )
  const { resolved, fit } = recognise(fileOf('flowers', shapes))
  expect(resolved.options.classes).toBe(5)
  expect(fit.unmatched).toEqual([])
})
