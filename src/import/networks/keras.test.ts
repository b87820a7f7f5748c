import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readKerasConfig } from '../kerasConfig'
import { recognise } from '../recognise'

/** Names and shapes that keras.applications (Keras 3.15) gives for ten classes, of images of 64×64 (DenseNet), 96×96 (MobileNetV2) and 224×224 (VGG). */
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
  ['mobilenetv2', 'mobilenet-v2'],
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

const trunk = Object.fromEntries(Object.entries(names.vgg16).filter(([name]) => name.startsWith('block')))

it.each([
  // Maps of 64×64 after five pools: 2×2×512, unrolled.
  ['flattened', [2048, 32, 10], [64, 64, 3], [2, 2, 512]],
  ['averaged', [512, 10], [224, 224, 3], [7, 7, 512]],
  ['flattened at the usual size', [25088, 256, 1], [224, 224, 3], [7, 7, 512]],
])(
  'a trained network whose last maps are %s for an end of its own has all weights of the file',
  (_, sizes, input, maps) => {
    const own = sizes.slice(1).flatMap((units, i): [string, readonly number[]][] => [
      [`dense_${i + 9}/kernel`, [sizes[i], units]],
      [`dense_${i + 9}/bias`, [units]],
    ])
    const { graph, fit, resolved, notes } = recognise(fileOf('own', { ...trunk, ...Object.fromEntries(own) }))
    expect(resolved.id).toBe('vgg16')
    expect(fit.unmatched).toEqual([])
    expect(graph.issues).toEqual([])
    expect(graph.architecture.input).toEqual(input)
    expect(graph.node('pool5').shape).toEqual(maps)
    const last = graph.node(graph.outputs[0])
    expect([last.op, last.shape]).toEqual([sizes.at(-1) === 1 ? 'sigmoid' : 'softmax', [sizes.at(-1)]])
    expect(notes.join()).toContain('layers of its own')
  },
)

it('layers that do not read each other are no end of a network', () => {
  const own = { 'dense/kernel': [2048, 32], 'dense/bias': [32], 'other/kernel': [77, 10] }
  const { fit, differs } = recognise(fileOf('strange', { ...trunk, ...own }))
  expect(differs).toBeUndefined()
  expect(fit.unmatched).not.toEqual([])
})

/** As Keras 3 writes it, without what is not read. */
const configOf = (head: readonly object[], size: number | null = 128) =>
  readKerasConfig(
    JSON.stringify({
      class_name: 'Sequential',
      config: {
        name: 'sequential',
        layers: [
          { class_name: 'InputLayer', config: { batch_shape: [null, size, size, 3], name: 'input_1' } },
          { class_name: 'Functional', config: { name: 'vgg16', layers: [] } },
          ...head,
        ],
      },
    }),
  )!

const classifier = { 'dense/kernel': [512, 5], 'dense/bias': [5] }

it('the size of the image and what follows a layer are those that the file says', () => {
  const file = fileOf('flowers', { ...trunk, ...classifier })
  const config = configOf([
    { class_name: 'GlobalAveragePooling2D', config: { name: 'pool' } },
    { class_name: 'Dense', config: { name: 'dense', activation: 'sigmoid' } },
  ])
  const { graph, fit, notes } = recognise({ ...file, config })
  expect(fit.unmatched).toEqual([])
  expect(graph.architecture.input).toEqual([128, 128, 3])
  expect(graph.node('pool5').shape).toEqual([4, 4, 512])
  expect(graph.node(graph.outputs[0]).op).toBe('sigmoid')
  expect(notes.join()).toContain('As the file says, dense is followed by sigmoid.')
  expect(notes.join()).not.toContain('do not tell')
})

it('a file that leaves them open has the usual ones, and an activation may be a layer of its own', () => {
  const file = fileOf('flowers', { ...trunk, ...classifier })
  const config = configOf(
    [
      { class_name: 'GlobalMaxPooling2D', config: { name: 'pool' } },
      { class_name: 'Dense', config: { name: 'dense', activation: 'linear' } },
      { class_name: 'Softmax', config: { name: 'softmax' } },
    ],
    null,
  )
  const { graph } = recognise({ ...file, config })
  expect(graph.architecture.input).toEqual([224, 224, 3])
  expect(graph.nodes.map(({ op }) => op)).toContain('adaptiveMaxPool')
  expect(graph.node(graph.outputs[0]).op).toBe('softmax')
})

it.each([['no JSON'], ['{}'], ['[1]'], ['{"class_name": 1, "config": {}}'], ['['.repeat(1e6)]])(
  'what describes no network is none: %.20s',
  (text) => expect(readKerasConfig(text)).toBeUndefined(),
)

it('MobileNetV2 of Keras is computed as Keras does: zeros below and to the right, and its own ε', () => {
  const { graph, differs, notes } = recognise(fileOf('mobilenetv2', names.mobilenetv2))
  expect(differs).toBe('layers')
  expect(notes.join()).toContain('only below and to the right')
  const strided = graph.nodes.filter(({ attrs }) => attrs.stride === 2)
  // The stem, and the first block of four stages.
  expect(strided.map(({ attrs }) => attrs.pad)).toEqual(Array(5).fill('same'))
  const epsilons = graph.nodes.flatMap(({ attrs }) => ('epsilon' in attrs ? [attrs.epsilon] : []))
  expect(new Set(epsilons)).toEqual(new Set([1e-3]))
})

const without = (name: string, head: string) =>
  Object.fromEntries(Object.entries(names[name]).filter(([tensor]) => !tensor.startsWith(head)))

it.each(['densenet121', 'mobilenetv2'])(
  'a single layer of %s is followed by what the file says, or by sigmoid where it has one value',
  (name) => {
    const [channels] = names[name]['predictions/kernel']
    const opened = (units: number, activation?: string) => {
      const file = fileOf('own', {
        ...without(name, 'predictions'),
        'dense/kernel': [channels, units],
        'dense/bias': [units],
      })
      const config = configOf([{ class_name: 'Dense', config: { name: 'dense', activation } }], null)
      const { graph, fit } = recognise(activation === undefined ? file : { ...file, config })
      expect(fit.unmatched).toEqual([])
      const last = graph.node(graph.outputs[0])
      return [last.op, ...last.shape]
    }
    expect(opened(1)).toEqual(['sigmoid', 1])
    expect(opened(1, 'sigmoid')).toEqual(['sigmoid', 1])
    expect(opened(1, 'linear')).toEqual(['dense', 1])
    expect(opened(5, 'sigmoid')).toEqual(['sigmoid', 5])
    expect(opened(5, 'softmax')).toEqual(['softmax', 5])
  },
)

it('MobileNetV2 of Keras with two layers of its own keeps both, and is computed as Keras does', () => {
  const own = {
    'dense/kernel': [1280, 32],
    'dense/bias': [32],
    'dense_1/kernel': [32, 3],
    'dense_1/bias': [3],
  }
  const { graph, fit, notes } = recognise(fileOf('own', { ...without('mobilenetv2', 'predictions'), ...own }))
  expect(fit.unmatched).toEqual([])
  expect(graph.node(graph.outputs[0]).shape).toEqual([3])
  expect(notes).toHaveLength(2)
  const strided = graph.nodes.filter(({ attrs }) => attrs.stride === 2)
  expect(strided.map(({ attrs }) => attrs.pad)).toEqual(Array(5).fill('same'))
})
