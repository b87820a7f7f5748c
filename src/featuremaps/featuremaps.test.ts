import { describe, expect, it } from 'vitest'
import { colourOf, kindOf, paint, scaleOf } from './colour'
import { channelRanges, mapsOf, statistics, valueAt, wholeRange } from './maps'
import { hit, tileAt, tileBars, tileMaps, tilesIn } from './tiles'

/** Two rows, one column, two channels. */
const maps = mapsOf(Float32Array.from([1, -4, 3, 0]), [2, 1, 2])

describe('values of a layer', () => {
  it('lie channel by channel at every position', () => {
    expect(valueAt(maps, 1, 0, 0)).toBe(3)
    expect(valueAt(maps, 0, 0, 1)).toBe(-4)
  })

  it('have a range per channel and one for all', () => {
    expect(channelRanges(maps)).toEqual([
      { min: 1, max: 3 },
      { min: -4, max: 0 },
    ])
    expect(wholeRange(channelRanges(maps))).toEqual({ min: -4, max: 3 })
  })

  it('are summed up for one channel', () =>
    expect(statistics(maps, 1)).toEqual({ min: -4, max: 0, mean: -2, zeros: 0.5, broken: 0 }))

  it('that are not numbers are counted and do not spoil the range', () => {
    const broken = mapsOf(Float32Array.from([NaN, 2, Infinity]), [3])
    expect(channelRanges(broken)).toEqual([
      { min: 0, max: 0 },
      { min: 2, max: 2 },
      { min: 0, max: 0 },
    ])
    expect(statistics(broken, 0).broken).toBe(1)
  })
})

describe('the colour scale', () => {
  it('has zero in the middle when there are negative values', () => {
    expect(kindOf({ min: -1, max: 5 })).toBe('diverging')
    expect(scaleOf('diverging', { min: -1, max: 5 })).toEqual({ kind: 'diverging', from: -5, to: 5 })
  })

  it('begins at zero when there are none', () => {
    expect(kindOf({ min: 0, max: 5 })).toBe('sequential')
    expect(scaleOf('sequential', { min: 2, max: 5 })).toEqual({ kind: 'sequential', from: 0, to: 5 })
  })

  it('shows brightness as it is', () => {
    const scale = scaleOf('grey', { min: -0.2, max: 0.1 })
    expect([-1, 1].map((value) => colourOf(value, scale))).toEqual(['rgb(0 0 0)', 'rgb(255 255 255)'])
  })

  it('survives a channel of zeros', () => {
    expect(colourOf(0, scaleOf('sequential', { min: 0, max: 0 }))).toBe('rgb(68 1 84)')
    expect(colourOf(0, scaleOf('diverging', { min: 0, max: 0 }))).toMatch(/^rgb\(24\d 24\d 24\d\)$/)
  })

  it('paints the channel that is asked for, opaque', () => {
    const pixels = new Uint8ClampedArray(8)
    paint(maps, 0, scaleOf('sequential', { min: 0, max: 3 }), pixels)
    expect([...pixels.slice(4)]).toEqual([253, 231, 37, 255])
  })
})

describe('tiles', () => {
  it.each([
    [64, 112],
    [2048, 7],
    [1, 224],
    [3, 32],
    [512, 1],
  ])('show all of %i maps of side %i within the panel', (count, side) => {
    const tiling = tileMaps(count, { height: side, width: side }, 400)
    const last = tileAt(tiling, count - 1)
    expect(tiling.rows * tiling.columns).toBeGreaterThanOrEqual(count)
    expect(tiling.columns * (tiling.tileWidth + tiling.gap) - tiling.gap).toBeLessThanOrEqual(400.01)
    expect(last.y + tiling.tileHeight).toBeCloseTo(tiling.height)
  })

  it('enlarge a small map by a whole number', () => {
    const { tileWidth } = tileMaps(2048, { height: 7, width: 7 }, 400)
    expect(tileWidth % 7).toBe(0)
  })

  it('are found under a point, and not between two', () => {
    const tiling = tileMaps(64, { height: 112, width: 112 }, 400)
    const { x, y } = tileAt(tiling, 12)
    expect(hit(tiling, x + 1, y + 1)?.index).toBe(12)
    expect(hit(tiling, x - 1, y + 1)).toBeUndefined()
    expect(hit(tiling, -1, 0)).toBeUndefined()
  })

  it('that are visible are whole rows', () => {
    const tiling = tileMaps(2048, { height: 7, width: 7 }, 400)
    const [first, end] = tilesIn(tiling, 500, 800)
    expect(first % tiling.columns).toBe(0)
    expect(end - first).toBeLessThan(200)
    expect(tilesIn(tiling, 0, tiling.height)).toEqual([0, 2048])
  })

  it('of a vector are bars that fit', () => {
    const tiling = tileBars(1000, 400)
    expect(tiling.columns * (tiling.tileWidth + tiling.gap) - tiling.gap).toBeLessThanOrEqual(400)
  })
})
