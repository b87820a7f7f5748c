import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PNG } from 'pngjs'
import { cropped, type Raster } from '../../src/import/resample'
import { UsageError } from '../arguments'

const require = createRequire(import.meta.url)

/** An image file at a network's size: as torchvision shows it, or as it is where it has that size already. */
export async function imageOf(path: string, width: number, height: number): Promise<Raster> {
  const image = await decoded(path)
  return image.width === width && image.height === height ? image : cropped(image, width, height)
}

async function decoded(path: string): Promise<Raster> {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    throw new UsageError(`The image ${path} cannot be read.`)
  }
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return await jpeg(bytes)
    if (bytes.subarray(1, 4).toString() === 'PNG') return png(bytes)
  } catch (error) {
    throw new UsageError(`The image ${path} is broken.`, { cause: error })
  }
  throw new UsageError(`The image ${path} is neither a JPEG nor a PNG.`)
}

function png(bytes: Buffer): Raster {
  const { width, height, data } = PNG.sync.read(bytes)
  return { width, height, data: new Uint8ClampedArray(data) }
}

/** The decoder is that of browsers and of Python, compiled to WebAssembly: the pixels are the same. */
async function jpeg(bytes: Buffer): Promise<Raster> {
  const { default: decode, init } = await import('@jsquash/jpeg/decode.js')
  const wasm = require.resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')
  const world = globalThis as { ImageData?: unknown }
  world.ImageData ??= class {
    constructor(
      readonly data: Uint8ClampedArray,
      readonly width: number,
      readonly height: number,
    ) {}
  }
  await init(await WebAssembly.compile(readFileSync(wasm)))
  const { width, height, data } = await decode(new Uint8Array(bytes).buffer)
  return { width, height, data }
}
