import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { freshIn, givenFor, useGiven } from './given'
import { opened, register } from './open'
import { atSize, onlySize, sizeIn } from './size'

const folder = join(import.meta.dirname, '../../import')
const file = (path: string) => new File([readFileSync(join(folder, path))], path.split('/').at(-1)!)
const onnx = (name: string) => opened([file(`onnx/fixtures/${name}`)])

beforeEach(() => useGiven.setState({ all: [], waiting: [], faults: {} }))

it('a network that ends in a global average takes another size with all weights of its file', async () => {
  for (const found of [
    await onnx('resnet-ts.onnx'),
    await onnx('densenet-kept.onnx'),
    await opened([file('fixtures/bottleneck.pth')]),
  ]) {
    expect(onlySize(found)).toBeUndefined()
    const input = sizeIn(found, '96×128')
    expect(input).toEqual([96, 128, 3])
    const id = await register(found, { ...found, input })
    const graph = graphOf(id)
    expect(graph.architecture.input).toEqual(input)
    expect(givenFor(graph)?.file).toBe(found.files[0].name)
    expect(freshIn(graph, { of: found.graph })).toEqual([])
    // Opened once more as the file has it, under the same name.
    expect(await register(found, found)).toBe(id)
    expect(graphOf(id).architecture.input).toEqual(found.graph.architecture.input)
  }
})

it('one whose classifier counts the values of its maps says which layer it is, and the numbers', async () => {
  const found = await onnx('alexnet-ts.onnx')
  // Twelve channels of 3×3, and of 6×6.
  const reason = 'classifier/fc1 has weights for 108 values, but an image of 112×112 would give it 432'
  expect(onlySize(found)).toBe(reason)
  expect(() => sizeIn(found, '112')).toThrow(reason)
})

it('a part that nobody here computes has its shape from the file, so another size is not offered', async () => {
  expect(onlySize(await onnx('unknown-ts.onnx'))).toMatch(
    /^the file gives the output of .* for this size only/,
  )
})

it('a size out of range, too small or with other channels is refused with the reason', async () => {
  const found = await onnx('resnet-ts.onnx')
  const unet = await onnx('unet-ts.onnx')
  expect(onlySize(unet)).toBeUndefined()
  expect(() => sizeIn(unet, '33')).toThrow('concat needs equal height and width')
  for (const [text, reason] of [
    [
      '0',
      '0 is not a size. One number for a square, or height and width such as 96×128, each from 1 to 1024',
    ],
    ['abc', 'abc is not a size. One number for a square'],
    ['96x96x1', 'the network reads 3 channels, not 1'],
    ['small', 'small is not a size'],
  ])
    expect(() => sizeIn(found, text)).toThrow(reason)
  expect(atSize(found, undefined)).toBe(found)
  expect(atSize(found, found.graph.architecture.input)).toBe(found)
})
