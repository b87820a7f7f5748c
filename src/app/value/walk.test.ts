import { describe, expect, it } from 'vitest'
import { planeOf } from './plane'
import { stepsAfter, strideOfHeld, walkOf } from './walk'

describe('a window that slides', () => {
  const walk = walkOf([56, 56, 64])
  it('goes row by row over a map, in one channel', () => {
    const unit = { row: 9, column: 9, channel: 12 }
    expect(walk.at(0, unit)).toEqual({ row: 0, column: 0, channel: 12 })
    expect(walk.at(57, unit)).toEqual({ row: 1, column: 1, channel: 12 })
    expect(walk.count).toBe(3136)
    for (const index of [0, 55, 56, 3135]) expect(walk.indexOf(walk.at(index, unit))).toBe(index)
  })
  it('goes unit by unit over a vector', () => {
    for (const shape of [[10], [1, 1, 10]] as const) {
      expect(walkOf(shape).count).toBe(10)
      expect(walkOf(shape).at(7, { row: 0, column: 0, channel: 0 })).toEqual({
        row: 0,
        column: 0,
        channel: 7,
      })
    }
  })
  it('can be followed at first, and is through in less than a quarter of a minute', () => {
    expect(stepsAfter(0, walk)).toBe(0)
    expect(stepsAfter(900, walk)).toBe(2)
    expect(stepsAfter(3600, walk)).toBe(56)
    expect(stepsAfter(14_000, walk)).toBe(3136)
  })
  it.each([[[1, 1, 3]], [[2, 2, 1]], [[4, 9, 1]], [[112, 112, 64]]] as const)(
    'never goes back or beyond the end: %j',
    (shape) => {
      const path = walkOf(shape)
      let last = 0
      for (let time = 0; time < 20_000; time += 33) {
        const steps = stepsAfter(time, path)
        expect(steps).toBeGreaterThanOrEqual(last)
        last = steps
      }
      expect(last).toBe(path.count)
    },
  )
  it('goes faster the longer a key is held', () => {
    expect(strideOfHeld(0)).toBe(1)
    expect(strideOfHeld(30)).toBeGreaterThan(strideOfHeld(15))
  })
})

describe('the values of a node as cells', () => {
  it('are those of one channel of a map', () => {
    const plane = planeOf(
      [2, 3, 2],
      Float32Array.from({ length: 12 }, (_, i) => i),
      1,
    )
    expect([...plane.maps.values]).toEqual([1, 3, 5, 7, 9, 11])
    expect(plane.unitAt(1, 2)).toEqual({ row: 1, column: 2, channel: 1 })
    expect(plane.unitAt(2, 0)).toBeNull()
  })
  it('are lines of a vector, each of which leads to its unit', () => {
    const plane = planeOf(
      [12],
      Float32Array.from({ length: 12 }, (_, i) => i),
      0,
    )
    expect(plane.maps.width * plane.maps.height).toBeGreaterThanOrEqual(12)
    for (let channel = 0; channel < 12; channel++) {
      const { row, column } = plane.cellOf({ row: 0, column: 0, channel })
      expect(plane.unitAt(row, column)).toEqual({ row: 0, column: 0, channel })
      expect(plane.maps.values[row * plane.maps.width + column]).toBe(channel)
    }
    expect(plane.unitAt(plane.maps.height - 1, plane.maps.width - 1)).toBeNull()
  })
})
