import { decode } from './decode'
import type { Picture } from './image'

const database = 'layerwise'
const table = 'images'
const key = 'own'

/** A browser that does not answer for so long keeps nothing, in milliseconds: some never do in a private window. */
const patience = 3000

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
    await ask('readwrite', (images) => images.put(kept, key))
    return true
  } catch {
    await forgetImage()
    return false
  }
}

/** The image that an earlier visit kept; null where there is none, or the browser does not give it. */
export async function recallImage(): Promise<Picture | null> {
  try {
    const kept = (await ask('readonly', (images) => images.get(key))) as Kept | undefined
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
    await ask('readwrite', (images) => images.delete(key))
    return true
  } catch {
    return false
  }
}

/** One request in a transaction of its own: settled when what it wrote is on the disk. */
async function ask<T>(mode: IDBTransactionMode, of: (images: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const images = await Promise.race([opened(), silence()])
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = images.transaction(table, mode)
      const request = of(transaction.objectStore(table))
      transaction.oncomplete = () => done(request.result)
      transaction.onabort = () => fail(transaction.error)
    })
  } finally {
    images.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(database)
    opening.onupgradeneeded = () => opening.result.createObjectStore(table)
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
}

function silence(): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error('The browser does not answer.')), patience))
}
