import { describe, expect, it } from 'vitest'
import { type Place, trailTo } from './trail'

const place = (node: string, channel: number): Place => ({ node, unit: { row: 0, column: 0, channel } })
const way = [place('conv2', 1), place('relu1', 4), place('conv1', 4)]

describe('the way to a value', () => {
  it('ends where the reader went back to', () => expect(trailTo(way, way[1])).toEqual(way.slice(0, 2)))
  it('moves its end within the layer', () =>
    expect(trailTo(way, place('conv1', 9))).toEqual([way[0], way[1], place('conv1', 9)]))
  it('begins anew at another layer', () => expect(trailTo(way, place('pool', 0))).toEqual([place('pool', 0)]))
  it('begins with the first value', () => expect(trailTo([], way[0])).toEqual([way[0]]))
})
