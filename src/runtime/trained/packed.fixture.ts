import { gzipSync } from 'fflate'
import type { Graph } from '../../nn/graph'
import { graphHash } from '../graphHash'
import { sha256 } from '../sha256'
import type { WeightSource } from '../weights'
import type { Manifest, StoredTensor } from './manifest'

/** The nearest 16-bit float of a normal number, by its bits; what is smaller becomes 0. */
export function toHalf(value: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(value)))
  if (value === 0 || exponent < -14) return 0
  const fraction = Math.round((Math.abs(value) / 2 ** exponent - 1) * 1024)
  return (value < 0 ? 0x8000 : 0) + ((exponent + 15) << 10) + fraction
}

/** A published file and its description, compressed as the site's models are. */
export function compressed({ manifest, content }: ReturnType<typeof packed>): ReturnType<typeof packed> {
  const file = new Uint8Array(gzipSync(content))
  return {
    manifest: { ...manifest, bytes: file.length, sha256: sha256(file), unpacked: content.length },
    content: file,
  }
}

/** Any weights of a graph as tools/training/export.py writes trained ones. */
export function packed(graph: Graph, source: WeightSource, kernels: 'float16' | 'int8' = 'float16') {
  const bytes: number[] = []
  const tensors: StoredTensor[] = []
  const add = (numbers: Uint16Array | Float32Array | Int8Array) => {
    while (bytes.length % numbers.BYTES_PER_ELEMENT > 0) bytes.push(0)
    const offset = bytes.length
    bytes.push(...new Uint8Array(numbers.buffer))
    return offset
  }
  for (const node of graph.nodes)
    for (const [name, { shape, values }] of Object.entries(node.weights)) {
      if (values) continue
      const numbers = source(node.id, name)
      const place = { node: node.id, name, shape: [...shape] }
      if (shape.length === 1)
        tensors.push({ ...place, type: 'float32', offset: add(Float32Array.from(numbers)) })
      else if (kernels === 'float16')
        tensors.push({ ...place, type: 'float16', offset: add(Uint16Array.from(numbers, toHalf)) })
      else {
        const sizes = stepsOf(numbers, shape[shape.length - 1])
        const whole = Int8Array.from(numbers, (value, i) => Math.round(value / sizes[i % sizes.length]))
        tensors.push({ ...place, type: 'int8', steps: add(sizes), offset: add(whole) })
      }
    }
  const content = Uint8Array.from(bytes)
  const manifest: Manifest = {
    id: 'example',
    network: graph.architecture.id,
    title: graph.architecture.title,
    graph: graphHash(graph),
    file: 'weights.bin',
    bytes: content.length,
    sha256: sha256(content),
    classes: Array.from({ length: 10 }, (_, i) => `class ${i}`),
    recipe: { epochs: 2, batch: 128, rate: 0.1, warm: 0.2, momentum: 0.9, decay: 0.0005, seed: 1 },
    trainImages: 20,
    epochs: 2,
    seconds: 1,
    machine: 'one thread',
    date: '2026-01-01',
    trainError: 0.5,
    testError: 0.6,
    testImages: 10,
    limits: 'It knows nothing.',
    tensors,
  }
  return { manifest, content }
}

/** The largest number of each filter is 127 steps. */
function stepsOf(numbers: Float32Array, filters: number): Float32Array {
  const sizes = new Float32Array(filters)
  numbers.forEach((value, i) => (sizes[i % filters] = Math.max(sizes[i % filters], Math.abs(value) / 127)))
  return sizes
}

/** A server that has some files, by the ends of their addresses; everything else it answers with 404. */
export function serving(
  files: Record<string, BodyInit | (() => Response)>,
): typeof fetch & { asked: string[] } {
  const asked: string[] = []
  const answer = (request: string | URL | Request) => {
    const url = String(request instanceof Request ? request.url : request)
    asked.push(url.split('/').at(-1)!)
    const file = Object.entries(files).find(([name]) => url.endsWith(name))?.[1]
    if (file === undefined) return Promise.resolve(new Response('no such file', { status: 404 }))
    return Promise.resolve(typeof file === 'function' ? file() : new Response(file))
  }
  return Object.assign(answer as typeof fetch, { asked })
}
