/** Pixels: red, green, blue and alpha, row by row. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Whole steps in which Pillow rounds the shares of pixels: 2 to this power. */
const precision = 22

/**
 * The image in another size as Pillow's `resize` with BILINEAR makes it, which torchvision's transforms call: every
 * new pixel is the mean of those under a triangle, twice as wide as the pixel (Pillow, Resample.c), rounded alike.
 */
export function resized(image: Raster, width: number, height: number): Raster {
  return turned(alongRows(turned(alongRows(image, width)), height))
}

/** What torchvision's presets show a network: the shorter side in 256ths of 224, then the middle. */
export function cropped(image: Raster, width: number, height: number, margin = 256 / 224): Raster {
  const shorter = Math.round(Math.min(width, height) * margin)
  const scale = shorter / Math.min(image.width, image.height)
  // The longer side is cut down to a whole number, as torchvision does.
  const scaled = resized(
    image,
    image.width <= image.height ? shorter : Math.floor(image.width * scale),
    image.width <= image.height ? Math.floor(image.height * scale) : shorter,
  )
  const [left, top] = [evenly(scaled.width - width), evenly(scaled.height - height)]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    const from = ((y + top) * scaled.width + left) * 4
    data.set(scaled.data.subarray(from, from + width * 4), y * width * 4)
  }
  return { width, height, data }
}

/** Half of a margin, rounded as Python rounds. */
function evenly(margin: number): number {
  const half = margin / 2
  return Number.isInteger(half) ? half : 2 * Math.round(half / 2)
}

function alongRows({ width, height, data }: Raster, to: number): Raster {
  if (to === width) return { width, height, data }
  const scale = width / to
  const reach = Math.max(1, scale)
  const made = new Uint8ClampedArray(to * height * 4)
  for (let x = 0; x < to; x++) {
    const center = (x + 0.5) * scale
    const first = Math.max(0, Math.trunc(center - reach + 0.5))
    const last = Math.min(width, Math.trunc(center + reach + 0.5))
    const shares: number[] = []
    for (let i = first; i < last; i++) shares.push(Math.max(0, 1 - Math.abs((i + 0.5 - center) / reach)))
    const sum = shares.reduce((all, share) => all + share, 0)
    const steps = shares.map((share) => Math.round((share / sum) * 2 ** precision))
    for (let y = 0; y < height; y++)
      for (let c = 0; c < 4; c++) {
        let value = 2 ** (precision - 1)
        for (let i = 0; i < steps.length; i++) value += data[(y * width + first + i) * 4 + c] * steps[i]
        made[(y * to + x) * 4 + c] = Math.floor(value / 2 ** precision)
      }
  }
  return { width: to, height, data: made }
}

/** Rows as columns. */
function turned({ width, height, data }: Raster): Raster {
  const made = new Uint8ClampedArray(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 4; c++) made[(x * height + y) * 4 + c] = data[(y * width + x) * 4 + c]
  return { width: height, height: width, data: made }
}
