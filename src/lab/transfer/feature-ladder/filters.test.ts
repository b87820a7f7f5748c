import { expect, it } from 'vitest'
import { tilesOf } from './filters'
import { kernelTiles } from './FirstKernels'

it('the largest weight of a filter is full colour, its negative none, and nothing is grey', () => {
  // One place of two filters: [1, 1, 3 colours, 2 filters].
  const [first, second] = tilesOf(new Float32Array([2, 0.5, 0, -0.5, -2, 0]), [1, 1, 3, 2])
  expect([...first.data]).toEqual([255, 128, 0, 255])
  expect([...second.data]).toEqual([255, 0, 128, 255])
})

it('a filter of nothing is grey', () =>
  expect([...tilesOf(new Float32Array(27), [3, 3, 3, 1])[0].data.slice(0, 4)]).toEqual([128, 128, 128, 255]))

it('has one tile for each filter, as large as the window', () => {
  const tiles = tilesOf(new Float32Array(5 * 5 * 3 * 8).fill(1), [5, 5, 3, 8])
  expect(tiles).toHaveLength(8)
  expect([tiles[0].width, tiles[0].height]).toEqual([5, 5])
})

it('refuses a layer that does not read colours', () =>
  expect(() => tilesOf(new Float32Array(9), [3, 3, 1, 1])).toThrow(/no colours/))

it('stored kernels come back as they began and as they ended, to one step of their largest value', () => {
  const packed = (reach: number, ...steps: number[]) => ({
    reach,
    values: btoa(String.fromCharCode(...steps.map((step) => step & 255))),
  })
  const stored = {
    node: 'conv1/conv',
    shape: [1, 1, 3, 1] as [number, number, number, number],
    before: packed(1, 127, 0, 0),
    after: packed(0.5, 0, -127, 0),
  }
  expect([...kernelTiles(stored, 'random')[0].data.slice(0, 3)]).toEqual([255, 128, 128])
  expect([...kernelTiles(stored, 'trained')[0].data.slice(0, 3)]).toEqual([128, 0, 128])
})
