import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { forward, start } from '../../tools/import/forward'
import { build } from '../nn/build'
import { asMap, isMap } from '../nn/shape'
import { seededWeights } from '../runtime/weights'
import { made, pattern } from './fixtures/values'
import { openWeights, type WeightFile } from './open'
import { caffe, preprocessed, torchvision } from './preprocessing'
import { recognise } from './recognise'
import { resolve } from '../architectures/index'
import { fitTo } from './fit'
import { fromBytes } from './source'
import { eachWeight, sourceOf } from './weights'

/** What tools/import/fixtures.py and keras_fixtures.py write. */
interface Fixture {
  readonly side: number
  /** How values are counted; channel by channel where absent. */
  readonly order?: 'hwc'
  readonly tensors?: Readonly<Record<string, readonly number[]>>
  readonly activations: Readonly<
    Record<
      string,
      {
        readonly shape: readonly number[]
        readonly range: readonly [number, number]
        readonly stride: number
        readonly values: readonly number[]
      }
    >
  >
}

const folder = join(import.meta.dirname, 'fixtures')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
const fixtureOf = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Fixture

async function fileOf(name: string, { tensors }: Fixture): Promise<WeightFile> {
  if (tensors)
    return {
      form: 'safetensors',
      name,
      size: 0,
      tensors: Object.entries(tensors).map(([tensor, shape]) => made(tensor, shape)),
    }
  const path = ['safetensors', 'pth', 'pt', 'npz', 'weights.h5']
    .map((end) => join(folder, `${name}.${end}`))
    .find(existsSync)!
  return openWeights([fromBytes(readFileSync(path), path)])
}

/** What each file is, by its names and shapes alone. */
const networks: Readonly<Record<string, readonly [network: string, options: object]>> = {
  basic: ['resnet', { blocks: [1, 1, 1, 1], block: 'basic', width: 4, shortcut: 'B', classes: 10 }],
  bottleneck: ['resnet', { blocks: [1, 2, 1, 1], block: 'bottleneck', width: 4, classes: 10 }],
  grouped: ['resnext', { blocks: [1, 1, 1, 1], cardinality: 4, width: 16, 'stem-width': 4, classes: 10 }],
  dense: ['densenet', { blocks: [2, 3], growth: 8, 'stem-width': 16, compression: 0.5, classes: 10 }],
  'keras-densenet': [
    'densenet',
    { blocks: [2, 3, 1, 1], growth: 32, 'stem-width': 64, compression: 0.5, classes: 10, epsilon: 1.001e-5 },
  ],
  keras: ['resnet', { blocks: [1], block: 'bottleneck', 'stride-on': '1x1', bias: true, classes: 10 }],
  googlenet: ['googlenet', { aux: true, 'five-by-five': '3', epsilon: 1e-3, classes: 10 }],
}

describe.each(names)('%s', (name) => {
  const fixture = fixtureOf(name)
  beforeAll(start)

  it('is recognized by names and shapes, and every weight finds its tensor', async () => {
    const { resolved, fit } = recognise(await fileOf(name, fixture))
    const [network, options] = networks[name]
    expect(resolved.family.id).toBe(network)
    expect(resolved.options).toMatchObject(options)
    expect(fit.matched).toHaveLength(fit.wanted)
    expect(fit.unmatched.filter(({ name }) => !name.endsWith('num_batches_tracked'))).toEqual([])
  })

  it('gives what its framework gives at every layer, to 1e-3 of its range', async () => {
    const file = await fileOf(name, fixture)
    const found = recognise(file)
    const { side, activations } = fixture
    const { architecture } = resolve(found.resolved.id, { ...found.resolved.options, input: [side, side, 3] })
    const graph = build(architecture)
    const fit = fitTo(graph, found, file.tensors)
    expect(fit.matched).toHaveLength(fit.wanted)
    const read = new Map<string, Float32Array>()
    const faults = await eachWeight({ ...found, graph, fit }, (node, weight, values) => {
      read.set(`${node} ${weight}`, values)
    })
    expect(faults).toEqual([])
    const values = await forward(
      graph,
      sourceOf(graph, read, seededWeights(graph, 1)),
      preprocessed(pattern(side), found.layout === 'torch' ? torchvision : caffe),
      'all',
    )
    const off: string[] = []
    let held = 0
    for (const { node, weight, tensor } of fit.matched) {
      if (weight !== 'kernel' && weight !== 'gamma') continue
      const module = tensor.name.slice(found.prefix.length).replace(/\.weight$|\/\w+$/, '')
      // Auxiliary classifiers run in training only.
      if (module.startsWith('aux')) continue
      const { range, stride, values: expected, shape } = activations[module]
      const ours = values.get(node)!
      expect(ours.length, node).toBe(shape.reduce((product, length) => product * length, 1))
      const at = fixture.order === 'hwc' ? (i: number) => i : placesOf(graph.node(node).shape)
      const worst = Math.max(...expected.map((value, i) => Math.abs(ours[at(i * stride)] - value)))
      if (!(worst <= 1e-3 * (range[1] - range[0])))
        off.push(`${node} (${module}): ${worst} of ${range.join(' to ')}`)
      held++
    }
    expect(off).toEqual([])
    expect(held).toBe(Object.keys(activations).length)
  })
})

/** Where a value that PyTorch counts channel by channel lies here. */
function placesOf(shape: ReturnType<ReturnType<typeof build>['node']>['shape']): (i: number) => number {
  if (!isMap(shape)) return (i) => i
  const [height, width, channels] = asMap(shape)
  return (i) => (i % (height * width)) * channels + Math.floor(i / (height * width))
}
