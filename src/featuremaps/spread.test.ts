import { describe, expect, it, vi } from 'vitest'
import { spreadOf } from './spread'

describe('the spread of a layer', () => {
  it('of 3, 4, 0, 0 is √(25/4), and half of the units are dead', async () => {
    const { rms, zeros } = await spreadOf(Float32Array.of(3, 4, 0, 0))
    expect(rms).toBeCloseTo(2.5, 12)
    expect(zeros).toBe(0.5)
  })

  it('counts −0 as dead and a tiny value as alive', async () =>
    expect((await spreadOf(Float32Array.of(-0, 1e-30))).zeros).toBe(0.5))

  it('takes the size of finite values alone', async () =>
    expect((await spreadOf(Float32Array.of(2, NaN, Infinity, -2))).rms).toBe(2))

  it('of no values is no number', async () => expect((await spreadOf(new Float32Array(0))).rms).toBeNaN())

  it('lets others work while it looks at millions of values', async () => {
    const pause = vi.fn(() => Promise.resolve())
    await spreadOf(new Float32Array(1 << 20).fill(1), pause)
    expect(pause.mock.calls.length).toBeGreaterThanOrEqual(4)
  })
})
