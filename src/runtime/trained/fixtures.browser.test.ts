import { models } from 'virtual:models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import type { Options } from '../../architectures/family'
import { build } from '../../nn/build'
import { volume } from '../../nn/shape'
import { sampled } from '../../ui/sampled.fixture'
import { Service } from '../service'
import type { Backend, Pixels } from '../types'

/** What tools/training/fixtures.py writes. */
interface Fixture {
  readonly model: string
  readonly sha256: string
  readonly images: readonly {
    readonly name: string
    readonly width: number
    readonly height: number
    /** How many pixels of the input each pixel becomes along a side; 1 where it is absent. */
    readonly times?: number
    readonly rgb: string
  }[]
  readonly samples: number
  readonly values: string
}

const fixtures = Object.values(
  import.meta.glob<Fixture>('../fixtures/*.json', { eager: true, import: 'default' }),
)

/** Share of a tensor's range that a value may be off. */
const tolerance = 1e-3

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function pixelsOf({ width, height, times = 1, rgb }: Fixture['images'][number]): Pixels {
  const bytes = bytesOf(rgb)
  const [wide, high] = [width * times, height * times]
  const data = Uint8ClampedArray.from({ length: wide * high * 4 }, (_, i) => {
    const [row, column] = [Math.floor(i / 4 / wide / times), Math.floor(((i >> 2) % wide) / times)]
    return i % 4 === 3 ? 255 : bytes[(row * width + column) * 3 + (i % 4)]
  })
  return { width: wide, height: high, data }
}

/** The smallest value, the largest, and some at a fixed stride. */
function described(values: Float32Array, samples: number): readonly number[] {
  const count = Math.min(samples, values.length)
  const stride = Math.floor(values.length / count)
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  )
  return [least, most, ...Array.from({ length: count }, (_, i) => values[i * stride])]
}

it('there is a fixture for every model that ships, and none besides', () =>
  expect(fixtures.map(({ model }) => model).sort()).toEqual(models.map(({ id }) => id).sort()))

it('every fixture belongs to the weights that ship', async () => {
  for (const { model, sha256 } of fixtures) {
    const manifest = (await (
      await fetch(new URL(`/models/${model}/manifest.json`, location.href))
    ).json()) as Fixture
    expect(manifest.sha256, model).toBe(sha256)
  }
})

const [{ name: which, chosen }] = sampled(fixtures, 4)

describe.each(['wasm', 'webgl'] as const)(`on %s, ${which}`, (backend: Backend) => {
  const service = new Service()
  beforeAll(async () => void (await service.start(backend)))
  afterAll(() => service.dispose())

  it.each([...chosen])(
    'every node of $model gives what PyTorch gives, to 1e-3 of its range',
    async (fixture) => {
      const { network, options } = models.find(({ id }) => id === fixture.model)!
      const { architecture } = resolve(network, options as Options)
      const graph = build(architecture)
      const base = new URL('/models/', location.href).href
      const expected = new Float32Array(bytesOf(fixture.values).buffer)
      let at = 0
      const off: string[] = []
      for (const image of fixture.images) {
        const request = {
          architecture,
          image: pixelsOf(image),
          seed: 1,
          trained: { base, id: fixture.model },
        }
        const { run } = await service.run(request, 8)
        for (const { id, shape } of graph.nodes) {
          const given = described((await service.read(run, id)).values, fixture.samples)
          const range = expected[at + 1] - expected[at]
          const worst = given.reduce(
            (most, value, i) => Math.max(most, Math.abs(value - expected[at + i])),
            0,
          )
          if (!(worst <= tolerance * range)) off.push(`${image.name} ${id}: ${worst} of ${range}`)
          at += 2 + Math.min(fixture.samples, volume(shape))
        }
      }
      expect(at).toBe(expected.length)
      expect(off).toEqual([])
    },
    // Every node of a network at full size, in software WebGL.
    180_000,
  )
})
