import { describe, expect, it, vi } from 'vitest'
import { spreadOf } from './spread'

const atOnce = () => Promise.resolve()

describe('the spread of a layer', () => {
  it('of 3, 4, 0, 0 is √(25/4), and half of the units are dead', async () =>
    expect(await spreadOf(Float32Array.of(3, 4, 0, 0), atOnce)).toEqual({ rms: 2.5, zeros: 0.5 }))

  it('counts −0 as dead and a tiny value as alive', async () =>
    expect((await spreadOf(Float32Array.of(-0, 1e-30), atOnce)).zeros).toBe(0.5))

  it('leaves out what is no number', async () =>
    expect(await spreadOf(Float32Array.of(2, NaN, Infinity, -2), atOnce)).toEqual({ rms: 2, zeros: 0 }))

  it('of no values is no number', async () =>
    expect((await spreadOf(new Float32Array(0), atOnce)).rms).toBeNaN())

  it('lets others work while it looks at millions of values', async () => {
    let now = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 4))
    const breathe = vi.fn(atOnce)
    const values = new Float32Array(1 << 20).fill(1)
    expect(await spreadOf(values, breathe)).toEqual({ rms: 1, zeros: 0 })
    expect(breathe.mock.calls.length).toBeGreaterThan(4)
    clock.mockRestore()
  })
})
