import type { Parts } from './tensors'

/** Milliseconds of work after which others have their turn. */
const turn = 12

/** Bytes that are handed to the browser at once. */
const handful = 2 ** 24

/**
 * A file of its parts, while the page goes on: what is done is handed to the browser, which may keep it outside of memory.
 * @param onBytes is told how many bytes there are so far
 */
export async function blobOf(parts: Parts, type: string, onBytes?: (bytes: number) => void): Promise<Blob> {
  const done: Blob[] = []
  let open: Uint8Array[] = []
  let [bytes, held, last] = [0, 0, performance.now()]
  const close = () => {
    done.push(new Blob(open as BlobPart[]))
    open = []
    held = 0
  }
  for await (const part of parts) {
    open.push(part)
    bytes += part.length
    held += part.length
    if (held >= handful) close()
    if (performance.now() - last < turn) continue
    onBytes?.(bytes)
    await new Promise((resolve) => setTimeout(resolve))
    last = performance.now()
  }
  close()
  return new Blob(done, { type })
}

/** Text as the only part of a file. */
export async function* textPart(text: string): Parts {
  yield new TextEncoder().encode(text)
}
