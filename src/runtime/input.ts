import type { MapShape } from '../nn/shape'
import { bits, fillNormal, hash } from './random'
import type { Pixels, Scaling } from './types'

/** Mean and standard deviation of red, green and blue over ImageNet, as torchvision subtracts and divides them. */
const mean = [0.485, 0.456, 0.406]
const deviation = [0.229, 0.224, 0.225]

/** Shares of red, green and blue in the brightness of a pixel (ITU-R BT.601). */
export const luma = [0.299, 0.587, 0.114]

/** How an image becomes a network's input, as a sentence for the screen. */
export function describeInput([, , channels]: MapShape): string {
  if (channels === 3)
    return 'From each color channel, its ImageNet mean is subtracted; the result is divided by its ImageNet standard deviation.'
  if (channels === 1) return 'The brightness of each pixel, from −1 (black) to 1 (white).'
  return (
    `A block expects ${channels} channels, but a photo has three, so each channel here is the photo filtered by a random ` +
    '3×3 kernel of its own, with negative values set to zero.'
  )
}

/**
 * The values of the input, [height, width, channels].
 * @param pixels of exactly the input's height and width
 */
export function inputOf(pixels: Pixels, shape: MapShape, seed: number, scaling?: Scaling): Float32Array {
  const [height, width, channels] = shape
  if (pixels.height !== height || pixels.width !== width)
    throw new Error(`the image is ${pixels.height}×${pixels.width}, the network expects ${height}×${width}`)
  if (channels === 1) return gray(pixels, scaling)
  if (channels === 3 && scaling) return scaled(pixels, scaling)
  const colour = normalized(pixels)
  return channels === 3 ? colour : filtered(colour, shape, seed)
}

function gray({ data }: Pixels, scaling?: Scaling): Float32Array {
  const own = scaling?.scale.length === 1 ? scaling : undefined
  return Float32Array.from({ length: data.length / 4 }, (_, i) => {
    const value = luma[0] * data[4 * i] + luma[1] * data[4 * i + 1] + luma[2] * data[4 * i + 2]
    return own ? value * own.scale[0] + own.shift[0] : value / 127.5 - 1
  })
}

function normalized({ data }: Pixels): Float32Array {
  const values = new Float32Array((data.length / 4) * 3)
  for (let i = 0, o = 0; i < data.length; i += 4)
    for (let c = 0; c < 3; c++) values[o++] = (data[i + c] / 255 - mean[c]) / deviation[c]
  return values
}

/** The values at which a color channel of the input is black and white. */
export const range = mean.map((own, c) => [-own / deviation[c], (1 - own) / deviation[c]] as const)

/** The pixels of an input with three colors, as a run prepares them, each rounded to a byte. */
export function pixelsOf(values: Float32Array, width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0, o = 0; o < values.length; i += 4)
    for (let c = 0; c < 3; c++, o++) data[i + c] = 255 * (values[o] * deviation[c] + mean[c])
  return { width, height, data }
}

function scaled({ data }: Pixels, { scale, shift, order }: Scaling): Float32Array {
  const values = new Float32Array((data.length / 4) * 3)
  for (let i = 0, o = 0; i < data.length; i += 4)
    for (let c = 0; c < 3; c++, o++) values[o] = data[i + (order === 'rgb' ? c : 2 - c)] * scale[c] + shift[c]
  return values
}

/** Every channel a seeded 3×3 filter of the colours, then ReLU; the border is repeated. */
function filtered(colour: Float32Array, [height, width, channels]: MapShape, seed: number): Float32Array {
  const kernel = fillNormal(new Float32Array(27 * channels), Math.sqrt(2 / 27), hash('input', seed))
  const values = new Float32Array(height * width * channels)
  const patch = new Float32Array(27)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let p = 0
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const row = Math.min(height - 1, Math.max(0, y + dy))
          const column = Math.min(width - 1, Math.max(0, x + dx))
          for (let c = 0; c < 3; c++) patch[p++] = colour[(row * width + column) * 3 + c]
        }
      const at = (y * width + x) * channels
      for (let k = 0; k < 27; k++)
        for (let c = 0; c < channels; c++) values[at + c] += patch[k] * kernel[k * channels + c]
      for (let c = 0; c < channels; c++) values[at + c] = Math.max(0, values[at + c])
    }
  return values
}

/** A seeded image of noise, for tests and benchmarks. */
export function noise(width: number, height: number, seed: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  const stream = hash('noise', seed)
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 ? 255 : bits(stream, i) >>> 24
  return { width, height, data }
}
