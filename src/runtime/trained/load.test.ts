import { describe, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { sha256 } from '../sha256'
import { seededWeights } from '../weights'
import type { Store } from './cache'
import { halfOf } from '../../nn/half'
import { loadTrained } from './load'
import { type Manifest, readManifest } from './manifest'
import { compressed, packed, serving, toHalf } from './packed.fixture'

const graph = build(resolve('cifar-resnet20').architecture)
const source = seededWeights(graph, 7)
const { manifest, content } = packed(graph, source)
const small = compressed({ manifest, content })
const model = { base: 'https://example.org/models/', id: 'example' }
const never = new AbortController().signal

function keeping(): Store & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    files,
    get: (name) => Promise.resolve(files.get(name)),
    put: (name, file) => Promise.resolve(void files.set(name, file)),
    remove: (name) => Promise.resolve(void files.delete(name)),
  }
}

interface Given {
  readonly described?: object
  readonly file?: Uint8Array<ArrayBuffer> | (() => Response)
  readonly store?: Store
}

function loading({ described = manifest, file = content, store = keeping() }: Given = {}) {
  const fetch = serving({ 'manifest.json': JSON.stringify(described), 'weights.bin': file })
  const reported: number[] = []
  const run = () =>
    loadTrained(model, graph, never, (done, of) => reported.push(done / of), { fetch, store, patience: 50 })
  return { fetch, reported, run }
}

const changed = (part: Partial<Manifest>): Manifest => ({ ...manifest, ...part })
const altered = (at: number) => content.map((byte, i) => (i === at ? byte ^ 1 : byte))

describe('trained weights', () => {
  it('are the numbers that were written, kernels rounded to 16 bits', async () => {
    const weights = await loading().run()
    const kernel = weights('stage2/block1/conv1', 'kernel')
    expect(kernel).toEqual(
      Float32Array.from(source('stage2/block1/conv1', 'kernel'), (v) => halfOf(toHalf(v))),
    )
    expect(weights('conv1/bn', 'gamma')).toEqual(source('conv1/bn', 'gamma'))
  })

  it('come as whole steps too, half a step off at most, column by column as well', async () => {
    const stepped = packed(graph, source, 'int8')
    const weights = await loading({ described: stepped.manifest, file: stepped.content }).run()
    const [read, written] = [weights, source].map((from) => from('stage2/block1/conv1', 'kernel'))
    const filters = graph.node('stage2/block1/conv1').weights.kernel.shape.at(-1)!
    for (let filter = 0; filter < filters; filter++) {
      const of = (values: Float32Array) => values.filter((_, i) => i % filters === filter)
      const step = Math.max(...of(written).map(Math.abs)) / 127
      of(read).forEach((value, i) => expect(Math.abs(value - of(written)[i])).toBeLessThan(step * 0.5001))
      expect(weights('stage2/block1/conv1', 'kernel', filter)).toEqual(of(read))
    }
    expect(stepped.content.length).toBeLessThan(content.length * 0.6)
  })

  it('come compressed, and stay so in the cache', async () => {
    const store = keeping()
    const weights = await loading({ described: small.manifest, file: small.content, store }).run()
    expect(weights('conv1/bn', 'gamma')).toEqual(source('conv1/bn', 'gamma'))
    const [kept] = [...store.files].filter(([name]) => name.includes('weights.bin'))
    expect(sha256(kept[1])).toBe(small.manifest.sha256)
    expect(small.content.length).toBeLessThan(content.length)
  })

  it('may be written into by whoever asked for them', async () => {
    const weights = await loading().run()
    const first = weights('conv1/conv', 'kernel')[0]
    weights('conv1/conv', 'kernel')[0] = 99
    expect(weights('conv1/conv', 'kernel')[0]).toBe(first)
  })

  it('report their progress in bytes and end with all of them', async () => {
    const { reported, run } = loading()
    await run()
    expect(reported[0]).toBe(0)
    expect(reported.at(-1)).toBe(1)
  })

  it('come from the cache when they are asked for again', async () => {
    const store = keeping()
    await loading({ store }).run()
    const again = loading({ store })
    await again.run()
    expect(again.fetch.asked).toEqual(['manifest.json'])
    expect(again.reported).toEqual([])
  })

  it('are there without a network when an earlier visit has kept them', async () => {
    const store = keeping()
    await loading({ store }).run()
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    const weights = await loadTrained(model, graph, never, () => {}, { fetch, store })
    expect(weights('conv1/bn', 'gamma')).toHaveLength(16)
  })

  it('are fetched anew where the cache holds a wrong file', async () => {
    const store = keeping()
    await loading({ store }).run()
    const [name] = [...store.files.keys()].filter((key) => key.includes('weights.bin'))
    store.files.set(name, altered(100))
    const again = loading({ store })
    await again.run()
    expect(again.fetch.asked).toEqual(['manifest.json', 'weights.bin'])
    expect(sha256(store.files.get(name)!)).toBe(manifest.sha256)
  })
})

describe('trained weights that cannot be used are refused with a sentence:', () => {
  it.each<[what: string, given: Given, sentence: RegExp]>([
    [
      'a truncated file',
      { file: content.slice(0, 1000) },
      /arrived with 1,000 of [\d,]+ bytes, so they are not used/,
    ],
    ['an altered file', { file: altered(12_345) }, /not the published ones \(their hash differs\)/],
    ['a file that is too long', { file: new Uint8Array(content.length + 1) }, /longer than the [\d,]+ bytes/],
    [
      'no file',
      { file: () => new Response('', { status: 404 }) },
      /example\/weights\.bin returned status 404/,
    ],
    [
      'weights of another network',
      { described: changed({ graph: '0'.repeat(64) }) },
      /another version of the network/,
    ],
    [
      'a description with a field missing',
      { described: changed({ sha256: undefined }) },
      /cannot be used: sha256 is not/,
    ],
    [
      'a description with a wrong type',
      { described: changed({ tensors: [{ ...manifest.tensors[0], type: 'int4' as never }] }) },
      /tensors\.0\.type is not valid/,
    ],
    [
      'steps without their sizes',
      { described: changed({ tensors: [{ ...manifest.tensors[0], type: 'int8' } as never] }) },
      /tensors\.0\.steps is not valid/,
    ],
    [
      'sizes of steps beyond the end',
      {
        described: changed({
          tensors: [
            { ...manifest.tensors[0], type: 'int8', steps: content.length - 4 },
            ...manifest.tensors.slice(1),
          ],
        }),
      },
      /end before the kernel of conv1\/conv/,
    ],
    [
      'a compressed file whose numbers are fewer than it says',
      {
        described: { ...small.manifest, unpacked: content.length + 1 },
        file: small.content,
      },
      /cannot be unpacked, so they are not used/,
    ],
    ['a file that is said to be compressed', { described: changed({ unpacked: 1e6 }) }, /cannot be unpacked/],
    [
      'a tensor that is missing',
      { described: changed({ tensors: manifest.tensors.slice(1) }) },
      /lack the kernel of conv1\/conv/,
    ],
    [
      'a tensor of another shape',
      {
        described: changed({
          tensors: [{ ...manifest.tensors[0], shape: [1, 1] }, ...manifest.tensors.slice(1)],
        }),
      },
      /kernel of conv1\/conv is 3×3×3×16, but in the trained weights it is 1×1/,
    ],
    [
      'a tensor beyond the end',
      {
        described: changed({
          tensors: [{ ...manifest.tensors[0], offset: 1e6 }, ...manifest.tensors.slice(1)],
        }),
      },
      /end before the kernel of conv1\/conv/,
    ],
    [
      'a file name that leads elsewhere',
      { described: changed({ file: '../../other.bin' }) },
      /file is not valid/,
    ],
  ])('%s', async (_, given, sentence) => {
    const store = keeping()
    const { run } = loading({ ...given, store })
    await expect(run()).rejects.toMatchObject({
      name: 'TrainedError',
      message: expect.stringMatching(sentence),
    })
    expect([...store.files.keys()].filter((name) => name.includes('weights.bin'))).toEqual([])
  })

  it('an interrupted download', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(content.slice(0, 1000))
            controller.error(new TypeError('network error'))
          },
        }),
      )
    await expect(loading({ file: broken }).run()).rejects.toThrow(/was interrupted/)
  })

  it('a host that sends another part than it was asked for', async () => {
    const store = keeping()
    const other = () =>
      new Response(content.slice(0, 10), {
        status: 206,
        headers: { 'Content-Range': `bytes 0-9/${content.length}` },
      })
    await expect(loading({ file: other, store }).run()).rejects.toThrow(/different part/)
  })

  it('a download that stands still', async () => {
    const silent = (_: unknown, { signal }: RequestInit = {}) =>
      new Promise<Response>((_, reject) =>
        signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      )
    const around = { fetch: silent as typeof fetch, store: keeping(), patience: 20 }
    await expect(loadTrained(model, graph, never, () => {}, around)).rejects.toThrow(/was interrupted/)
  })

  it('a description that is a page of HTML', () =>
    expect(() => readManifest('<!doctype html>')).toThrow(/is not JSON/))
})

it('a download that is called off ends with the reason', async () => {
  const off = new AbortController()
  const reason = new Error('a newer run has begun')
  off.abort(reason)
  const fetch = (_: unknown, { signal }: RequestInit = {}) =>
    signal!.aborted ? Promise.reject(new DOMException('', 'AbortError')) : Promise.resolve(new Response(''))
  const around = { fetch: fetch as unknown as typeof globalThis.fetch, store: keeping() }
  await expect(loadTrained(model, graph, off.signal, () => {}, around)).rejects.toBe(reason)
})

describe('a download that broke', () => {
  const half = content.length >> 1

  /** Breaks after half of the file at the first time; then answers ranges, or does not know them. */
  function host(knowsRanges: boolean, first = content) {
    const ranges: (string | null)[] = []
    const fetch = (request: string | URL | Request, init: RequestInit = {}) => {
      if (String(request).endsWith('manifest.json'))
        return Promise.resolve(new Response(JSON.stringify(manifest)))
      const range = new Headers(init.headers).get('Range')
      ranges.push(range)
      if (ranges.length === 1)
        return Promise.resolve(
          new Response(
            new ReadableStream({
              start: (controller) => controller.enqueue(first.slice(0, half)),
              pull: (controller) => controller.error(new TypeError('network error')),
            }),
          ),
        )
      if (!range || !knowsRanges) return Promise.resolve(new Response(content))
      const from = Number(/^bytes=(\d+)-$/.exec(range)![1])
      const headers = { 'Content-Range': `bytes ${from}-${content.length - 1}/${content.length}` }
      return Promise.resolve(new Response(content.slice(from), { status: 206, headers }))
    }
    return { fetch: fetch as typeof globalThis.fetch, ranges }
  }

  const load = (fetch: typeof globalThis.fetch, store: Store, onBytes: (done: number) => void = () => {}) =>
    loadTrained(model, graph, never, onBytes, { fetch, store, patience: 50 })

  it('goes on where it stopped', async () => {
    const store = keeping()
    const { fetch, ranges } = host(true)
    await expect(load(fetch, store)).rejects.toThrow(/was interrupted/)
    const reported: number[] = []
    const weights = await load(fetch, store, (done) => reported.push(done))
    expect(ranges).toEqual([null, `bytes=${half}-`])
    expect(reported[1]).toBe(half)
    expect(weights('conv1/bn', 'gamma')).toEqual(source('conv1/bn', 'gamma'))
    expect([...store.files.keys()].filter((name) => name.includes('part'))).toEqual([])
  })

  it('begins anew where the host knows no ranges', async () => {
    const store = keeping()
    const { fetch } = host(false)
    await expect(load(fetch, store)).rejects.toThrow(/was interrupted/)
    expect((await load(fetch, store))('conv1/bn', 'gamma')).toEqual(source('conv1/bn', 'gamma'))
  })

  it('and whose half was wrong is refused by its hash, and fetched whole the next time', async () => {
    const store = keeping()
    const { fetch, ranges } = host(true, altered(5))
    await expect(load(fetch, store)).rejects.toThrow(/was interrupted/)
    await expect(load(fetch, store)).rejects.toThrow(/hash differs/)
    await load(fetch, store)
    expect(ranges).toEqual([null, `bytes=${half}-`, null])
  })
})
