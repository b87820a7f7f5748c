import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, expect, it, vi } from 'vitest'
import { main } from './inspect'

const fixtures = join(import.meta.dirname, '../src/import/fixtures')
const log = vi.spyOn(console, 'log').mockImplementation(() => {})
const error = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => {
  log.mockClear()
  error.mockClear()
})

const said = (spy: typeof log) => spy.mock.calls.flat().join('\n')

it('says what a file is, and what a network with its weights sees in an image', async () => {
  const image = join(import.meta.dirname, '../public/images/astronaut.jpg')
  expect(await main([join(fixtures, 'grouped.pt'), '--run', image, '--json'])).toBe(0)
  const report = JSON.parse(said(log)) as Record<string, unknown>
  expect(report).toMatchObject({
    form: 'legacy',
    recognised: 'resnext',
    matched: 87,
    wanted: 87,
    issues: [],
    unmatched: [],
    preprocessing: 'torchvision',
  })
  expect(report.outputs).toHaveLength(10)
  // Scores as PyTorch gives them, no probabilities.
  expect(Math.max(...(report.outputs as number[]).map(Math.abs))).toBeCloseTo(report.largest as number, 5)
  expect(report.largest).toBeGreaterThan(1)
})

it('prepares an image as layers of a .keras do it, until something else is asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-'))
  const file = join(folder, 'net.keras')
  const layer = (class_name: string, config: object) => ({ class_name, config })
  const layers = [
    layer('InputLayer', { name: 'input', batch_shape: [null, 64, 64, 3] }),
    layer('Normalization', { name: 'n', mean: [100, 110, 120], variance: [400, 100, 25] }),
    layer('Conv2D', { name: 'conv' }),
  ]
  const config = JSON.stringify(layer('Functional', { layers }))
  writeFileSync(
    file,
    zipSync({
      'config.json': new TextEncoder().encode(config),
      'model.weights.h5': readFileSync(join(fixtures, 'keras.weights.h5')),
    }),
  )
  const image = join(import.meta.dirname, '../public/images/astronaut.jpg')
  const seen = async (...more: string[]) => {
    log.mockClear()
    expect(await main([file, '--run', image, '--json', ...more])).toBe(0)
    return JSON.parse(said(log)) as { preprocessing: string; outputs: number[] }
  }
  const own = await seen()
  expect(own.preprocessing).toBe('own')
  const other = await seen('--preprocessing', 'caffe')
  expect(other.preprocessing).toBe('caffe')
  expect(other.outputs).not.toEqual(own.outputs)
  rmSync(folder, { recursive: true })
})

it('says which network an ONNX file is, with its weights in a second file beside it', async () => {
  const file = join(import.meta.dirname, '../src/import/onnx/fixtures/resnet-dynamo.onnx')
  const image = join(import.meta.dirname, '../public/images/astronaut.jpg')
  expect(await main([file, '--run', image, '--json'])).toBe(0)
  const report = JSON.parse(said(log)) as Record<string, unknown>
  expect(report).toMatchObject({ form: 'onnx', recognised: null, issues: [], unmatched: [] })
  expect(report.outputs).toHaveLength(10)
  expect(report.macs).toBeGreaterThan(0)
})

it('compares two files weight by weight', async () => {
  const file = join(fixtures, 'basic.safetensors')
  expect(await main([file, '--compare', file, '--json'])).toBe(0)
  const { compared } = JSON.parse(said(log)) as { compared: { relative: number }[] }
  expect(compared).toHaveLength(62)
  expect(compared.every(({ relative }) => relative === 0)).toBe(true)
})

it('compares ONNX with ONNX, also where one has its batch normalizations folded', async () => {
  const onnx = (name: string) => join(import.meta.dirname, `../src/import/onnx/fixtures/${name}.onnx`)
  expect(await main([onnx('resnet-kept'), '--compare', onnx('resnet-ts'), '--json'])).toBe(0)
  const { compared } = JSON.parse(said(log)) as { compared: { weight: string; relative: number }[] }
  const kernels = compared.filter(({ weight }) => weight === 'kernel')
  // Eight convolutions, one of them on a shortcut, and the classifier.
  expect(kernels).toHaveLength(9)
  for (const { relative } of compared) expect(relative).toBeLessThan(1e-5)
  log.mockClear()
  expect(await main([onnx('resnet-kept'), '--compare', onnx('squeezenet-ts'), '--json'])).toBe(1)
  expect(said(error)).toContain('The two files have no weight in common')
})

it('reads weights of this site from their description and numbers', async () => {
  const model = join(import.meta.dirname, '../public/models/cifar-resnet20')
  expect(await main([join(model, 'manifest.json'), '--weights', join(model, 'weights.bin')])).toBe(0)
  expect(said(log)).toContain('ResNet-20 (CIFAR), input 32×32×3')
  expect(said(log)).toContain('269,722 parameters')
})

it('says in a sentence why it cannot use a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-'))
  try {
    const file = join(folder, 'notes.pth')
    writeFileSync(file, 'Weights are in the other folder.')
    expect(await main([file])).toBe(1)
    expect(said(error)).toContain('notes.pth cannot be read here')
    expect(await main([join(folder, 'none.pth')])).toBe(1)
    expect(said(error)).toContain('none.pth cannot be read.')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
