import { describe, expect, it } from 'vitest'
import { packLook, smallMap, unpackLook } from './look'

const values = Float32Array.from({ length: 32 * 32 * 8 }, (_, i) => Math.sin(i))
const activation = { node: 'conv1', shape: [32, 32, 8] as const, values }
const output = Float32Array.of(0.25, 0.75)

describe('a stored first look', () => {
  it('keeps the output, and four channels of every map at 16 by 16 pixels', () => {
    const { look, content } = packLook([activation], output)
    expect(look.output).toEqual([0.25, 0.75])
    expect(look.maps[0]).toMatchObject({ node: 'conv1', shape: [16, 16, 4] })
    expect(content).toHaveLength(16 * 16 * 4)
  })

  it('gives each value back as the mean of its pixels, to one part in 255 of the range', () => {
    const { look, content } = packLook([activation], output)
    const found = unpackLook(look, content).get('conv1')!
    const { min, max } = look.maps[0]
    const mean = [0, 1, 32, 33].reduce((sum, pixel) => sum + values[pixel * 8 + 2], 0) / 4
    expect(Math.abs(found.values[2] - mean)).toBeLessThanOrEqual((max - min) / 255)
  })

  it('stays below 60 KB however many nodes there are', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ ...activation, node: `conv${i}` }))
    expect(packLook(many, output).content.length).toBeLessThan(60_000)
  })

  it('gives more pixels to what the closed picture shows', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ ...activation, node: `conv${i}` }))
    const { look, content } = packLook(many, output, new Set(['conv7']))
    expect(look.maps[7].shape).toEqual([28, 28, 4])
    expect(look.maps[8].shape[0]).toBeLessThan(8)
    expect(content.length).toBeLessThan(50_000)
  })

  it('looks like a run of the reader’s own, made as small', () => {
    const { look, content } = packLook([activation], output, new Set(['conv1']))
    const stored = unpackLook(look, content).get('conv1')!
    const own = smallMap(activation)
    expect(own.shape).toEqual(stored.shape)
    const { min, max } = look.maps[0]
    const apart = own.values.map((value, i) => Math.abs(value - stored.values[i]))
    expect(Math.max(...apart)).toBeLessThanOrEqual((max - min) / 255)
  })

  it('is refused where the file is too short or too long', () => {
    const { look, content } = packLook([activation], output)
    expect(() => unpackLook(look, content.subarray(1))).toThrow(/wrong length/)
    expect(() => unpackLook(look, new Uint8Array(content.length + 1))).toThrow(/wrong length/)
  })
})
