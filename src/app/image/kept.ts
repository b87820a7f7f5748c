import { ask } from './database'
import { decode } from './decode'
import type { Picture } from './image'

const images = { database: 'layerwise', table: 'images' }
const key = 'own'

/** The image as it is kept: bytes and not a Blob, which some browsers refuse in private windows. */
interface Kept extends Pick<Picture, 'name' | 'width' | 'height' | 'isDrawing'> {
  readonly png: ArrayBuffer
}

/**
 * Keeps the reader's own image on this device, without loss, in place of the one before; tells whether the browser let
 * it. Where it did not, the one before is deleted too: nobody is to meet an old photo in place of the new one.
 */
export async function keepImage(picture: Picture): Promise<boolean> {
  const { name, width, height, isDrawing, canvas } = picture
  try {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done))
    if (!blob) return false
    const kept: Kept = { name, width, height, isDrawing, png: await blob.arrayBuffer() }
    await ask(images, 'readwrite', (table) => table.put(kept, key))
    return true
  } catch {
    await forgetImage()
    return false
  }
}

/** The image that an earlier visit kept; null where there is none, or the browser does not give it. */
export async function recallImage(): Promise<Picture | null> {
  try {
    const kept = (await ask(images, 'readonly', (table) => table.get(key))) as Kept | undefined
    if (!kept) return null
    const { png, ...about } = kept
    const { canvas } = await decode(new Blob([png], { type: 'image/png' }), about.name)
    return { ...about, canvas }
  } catch {
    return null
  }
}

/** Deletes it; tells whether it is gone. */
export async function forgetImage(): Promise<boolean> {
  try {
    await ask(images, 'readwrite', (table) => table.delete(key))
    return true
  } catch {
    return false
  }
}
