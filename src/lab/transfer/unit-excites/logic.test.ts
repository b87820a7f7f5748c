import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { intervalAt } from '../../../nn/receptive'
import { labOptions } from '../../options'
import { targetOf } from './aim'
import { covered, squaresOn, worst } from './covering'
import { channelsOf, modelNames, partsOf } from './names'
import { type Picture, withMade } from './making'
import { onImage, peaksOf, seenBy, strongest } from './peaks'

it('the largest value of a channel is found with its place', () => {
  const values = Float32Array.from([1, 0, 2, -3, 5, -1, 4, -2])
  const peaks = peaksOf(values, [2, 2, 2])
  expect([...peaks.values]).toEqual([5, 0])
  expect([peaks.rows[0], peaks.columns[0]]).toEqual([1, 0])
  expect([peaks.rows[1], peaks.columns[1]]).toEqual([0, 0])
})

it('images are ranked by their largest value, and those that leave the channel at zero are left out', () => {
  const of = (value: number) => peaksOf(Float32Array.from([value]), [1, 1, 1])
  const seen = [0, 3, 7, 5].map((value) => ({ image: `image ${value}`, peaks: of(value) }))
  expect(strongest(seen, 0, 2).map(({ image }) => image)).toEqual(['image 7', 'image 5'])
  expect(strongest(seen, 0, 9)).toHaveLength(3)
})

it('a value of the first stage of ResNet-20 sees 3×3 pixels, at a corner only those on the image', () => {
  const graph = graphOf('cifar-resnet20')
  const [rows, columns] = seenBy(graph, 'conv1', 0, 31)
  expect([rows, columns]).toEqual([
    [-1, 1],
    [30, 32],
  ])
  expect(onImage(rows, 32)).toEqual([0, 2])
  expect(onImage(columns, 32)).toEqual([30, 2])
})

it('49 squares cover the whole image, to its last pixel', () => {
  for (const size of [32, 224]) {
    const squares = squaresOn(size)
    expect(squares).toHaveLength(49)
    expect(Math.max(...squares.map(({ top, side }) => top + side))).toBe(size)
    const grey = { width: size, height: size, data: new Uint8ClampedArray(size * size * 4) }
    const at = covered(grey, squares[0])
    expect([...at.data.slice(0, 3)]).toEqual([124, 116, 104])
    expect(grey.data[0]).toBe(0)
    expect(at.data.filter((value) => value === 124)).toHaveLength(squares[0].side ** 2)
  }
})

it('the worst square is the one that leaves least of the class', () => {
  const square = { top: 0, left: 0, side: 8 }
  const squares = [0.9, 0.2, 0.5].map((probability) => ({ ...square, probability }))
  expect(worst({ whole: 0.95, squares }).probability).toBe(0.2)
})

it('of a channel the newest pictures are kept, however many were made, and those of others stay', () => {
  const made = (channel: number, seed: number): Picture => ({
    wish: { part: 'stage1', channel, seed, steps: 1, jitter: 0, blur: 0, side: 32 },
    pixels: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
    value: seed,
  })
  const all = Array.from({ length: 100 }, (_, i) => made(1, i)).reduce(withMade, [made(0, 0)])
  expect(all.map(({ wish: { channel }, value }) => [channel, value])).toEqual([
    [1, 99],
    [1, 98],
    [1, 97],
    [1, 96],
    [0, 0],
  ])
})

it('every model has parts with channels, and the lab knows it', () => {
  for (const model of modelNames) {
    expect(partsOf(model).length).toBeGreaterThanOrEqual(3)
    for (const part of partsOf(model)) expect(channelsOf(model, part)).toBeGreaterThanOrEqual(16)
  }
  expect(Object.keys(labOptions['unit-excites'])).toContain('channel')
})

it('a picture is as large as what its value sees, and that lies on it as a whole where it may', () => {
  const resnet18 = graphOf('resnet18')
  for (const [part, size] of [
    ['conv1', 7],
    ['conv2_x', 43],
  ] as const) {
    const { graph, position, sees } = targetOf(resnet18, part, 64)
    expect(sees[1]).toBe(size)
    expect(sees[0] + size).toBeLessThanOrEqual(graph.architecture.input[0])
    const [down] = graph.group(part).receptiveField
    expect(intervalAt(down, position[0])).toEqual([sees[0], sees[0] + size - 1])
  }
  const { graph, position, sees } = targetOf(resnet18, 'conv4_x', 64)
  expect([graph.architecture.input, sees, position]).toEqual([
    [64, 64, 3],
    [0, 64],
    [2, 2],
  ])
  expect(targetOf(graphOf('cifar-resnet20'), 'stage3', 64).sees).toEqual([0, 32])
})
