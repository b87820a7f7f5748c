import * as v from 'valibot'
import type { Climb } from '../../../runtime/training/climbing'
import { published } from '../../../runtime/trained/model'
import type { Pixels } from '../../../runtime/types'

/** How the pictures were made. */
export interface Made extends Climb {
  readonly steps: number
  /** Of a picture at most, in pixels. */
  readonly side: number
}

/** Stored pictures of whole parts, one for each channel. */
const schema = v.object({
  made: v.object({
    steps: v.number(),
    seed: v.number(),
    jitter: v.number(),
    blur: v.number(),
    side: v.number(),
  }),
  parts: v.record(
    v.string(),
    /** The side of a picture on the sheet, and how much each excites its channel. */
    v.object({ tile: v.number(), values: v.array(v.number()) }),
  ),
})

export type Wall = v.InferOutput<typeof schema>

/** Pictures in a row of a sheet. */
export const columns = 16

export const wallFile = (part: string): string => `wall-${part}.webp`

const fetched = new Map<string, Promise<Wall | null>>()

/** What is stored for a model; null where nothing is, or does not come. */
export function wallOf(id: string): Promise<Wall | null> {
  let asked = fetched.get(id)
  if (!asked) {
    asked = fetch(`${published(id).base}${id}/wall.json`)
      .then(async (answer) => (answer.ok ? v.parse(schema, await answer.json()) : null))
      // It is an extra: a picture can be made without it.
      .catch(() => null)
    fetched.set(id, asked)
  }
  return asked
}

/** The pictures of a part, one for each channel; null where they do not come. */
export async function storedPictures(
  id: string,
  part: string,
  { tile, values }: Wall['parts'][string],
): Promise<readonly Pixels[] | null> {
  try {
    const answer = await fetch(`${published(id).base}${id}/${wallFile(part)}`)
    return answer.ok ? cutUp(await createImageBitmap(await answer.blob()), tile, values.length) : null
  } catch {
    return null
  }
}

/** The first tiles of a sheet, row by row. */
function cutUp(image: ImageBitmap, tile: number, many: number): readonly Pixels[] {
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(image, 0, 0)
  return Array.from({ length: many }, (_, i) =>
    context.getImageData((i % columns) * tile, Math.floor(i / columns) * tile, tile, tile),
  )
}

/** All pictures on one sheet, row by row, each as far as its unit sees it. */
export function sheetOf(
  pictures: readonly Pixels[],
  [from, size]: readonly [start: number, size: number],
  tile: number,
): OffscreenCanvas {
  const sheet = new OffscreenCanvas(
    tile * Math.min(columns, pictures.length),
    tile * Math.ceil(pictures.length / columns),
  )
  const context = sheet.getContext('2d')!
  context.imageSmoothingQuality = 'high'
  pictures.forEach(({ width, height, data }, i) => {
    const one = new OffscreenCanvas(width, height)
    one.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
    const [x, y] = [(i % columns) * tile, Math.floor(i / columns) * tile]
    context.drawImage(one, from, from, size, size, x, y, tile, tile)
  })
  return sheet
}
