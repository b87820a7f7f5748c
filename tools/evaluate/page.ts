import { resolve } from '../../src/architectures/index'
import { type FirstLook, packLook } from '../../src/app/trained/look'
import { packEvidence, type StoredEvidence } from '../../src/app/trained/evidence'
import { type Evidence, evidenceOf } from '../../src/featuremaps/evidence'
import { build } from '../../src/nn/build'
import { averagingHead } from '../../src/nn/classActivation'
import { isMap } from '../../src/nn/shape'
import { ImageError } from '../../src/app/image/error'
import { decode } from '../../src/app/image/decode'
import { prepare } from '../../src/app/image/image'
import type { Options } from '../../src/architectures/family'
import { Service } from '../../src/runtime/service'
import type { Backend, Pixels } from '../../src/runtime/types'

/** An image file: its name and its bytes in base 64. */
export interface EncodedImage {
  readonly name: string
  readonly base64: string
}

export interface Evaluation {
  start(backend: Backend): Promise<void>
  /** For every image the output of a model, or the sentence that says why it cannot be read. */
  judge(model: Judge, images: readonly EncodedImage[]): Promise<readonly (readonly number[] | string)[]>
  /** The pixels that a network of this size is shown. */
  rasterize(images: readonly EncodedImage[], width: number, height: number): Promise<readonly RawImage[]>
  /** A whole run of an image in little: what the page shows before any weight has arrived. */
  firstLook(
    model: Judge,
    image: EncodedImage,
  ): Promise<{
    readonly look: FirstLook
    readonly base64: string
    /** What each class's score was made of; null where the network does not average its last maps. */
    readonly evidence: StoredEvidence | null
  }>
}

/** An image at a network's size: red, green and blue of each pixel, row by row, in base 64. */
export interface RawImage {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly rgb: string
}

/** A model of public/models, by what its manifest says. */
export interface Judge {
  readonly id: string
  readonly network: string
  readonly options: Options
}

const service = new Service()

const evaluation: Evaluation = {
  async start(backend) {
    await service.start(backend)
  },
  async judge({ id, network, options }, images) {
    const { architecture } = resolve(network, options)
    const [height, width] = architecture.input
    const trained = { base: new URL('/models/', location.href).href, id }
    const outputs: (readonly number[] | string)[] = []
    for (const { name, base64 } of images)
      try {
        const image = await pixelsOf({ name, base64 }, width, height)
        const request = { architecture, image, seed: 1, trained, keep: 'outputs' } as const
        outputs.push([...(await service.run(request, 8)).output])
      } catch (error) {
        if (!(error instanceof ImageError)) throw error
        outputs.push(error.message)
      }
    return outputs
  },
  async rasterize(images, width, height) {
    const raw: RawImage[] = []
    for (const image of images) {
      const { data } = await pixelsOf(image, width, height)
      const rgb = base64Of(data.filter((_, i) => i % 4 < 3))
      raw.push({ name: image.name, width, height, rgb })
    }
    return raw
  },
  async firstLook({ id, network, options }, encoded) {
    const { architecture } = resolve(network, options)
    const graph = build(architecture)
    const [height, width] = architecture.input
    const image = await pixelsOf(encoded, width, height)
    const trained = { base: new URL('/models/', location.href).href, id }
    const { run, output } = await service.run({ architecture, image, seed: 1, trained }, 8)
    const maps = []
    for (const node of graph.nodes) if (isMap(node.shape)) maps.push(await service.read(run, node.id))
    // Tensors between the boxes of the closed picture.
    const shown = new Set(
      graph.group('').children.map((id) => (graph.has(id) === 'group' ? graph.group(id).output : id)),
    )
    const { look, content } = packLook(maps, output, shown)
    const head = averagingHead(graph)
    const reader = {
      read: (node: string) => service.read(run, node),
      weights: (node: string, name: string, column?: number) => service.weights(run, node, name, column),
    }
    const all: Evidence[] = []
    if (head) for (let i = 0; i < output.length; i++) all.push(await evidenceOf(reader, head, i))
    return { look, base64: base64Of(content), evidence: head ? packEvidence(all) : null }
  },
}

/** Letter by letter: a function takes fewer arguments than a large image has bytes. */
function base64Of(bytes: ArrayLike<number>): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

async function pixelsOf({ name, base64 }: EncodedImage, width: number, height: number): Promise<Pixels> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const picture = await decode(new Blob([bytes], { type: typeOf(name) }), name)
  return prepare(picture, width, height, 'crop')
}

function typeOf(name: string): string {
  if (name.endsWith('.svg')) return 'image/svg+xml'
  return name.endsWith('.png') ? 'image/png' : 'image/jpeg'
}

Object.assign(window, { evaluation })
