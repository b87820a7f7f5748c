import { sha256 } from '../../runtime/sha256'

/** Bytes that are hashed at a time, so that a large file never lies in memory. */
const piece = 2 ** 22

/**
 * The name of what files hold: 16 hexadecimal digits of a SHA-256 over the SHA-256 of their pieces, each file from its
 * own beginning. Names of files do not matter, their order does.
 */
export async function fingerprint(files: readonly Blob[]): Promise<string> {
  const hashes: string[] = []
  const read = (file: Blob, at: number) => file.slice(at, at + piece).arrayBuffer()
  for (const file of files) {
    let next = read(file, 0)
    for (let at = 0; at === 0 || at < file.size; at += piece) {
      const bytes = new Uint8Array(await next)
      // The next piece is read while this one is hashed.
      if (at + piece < file.size) {
        next = read(file, at + piece)
        // Where it fails, whoever waits for it is told, and nobody before.
        next.catch(() => {})
      }
      hashes.push(await hashOf(bytes))
    }
  }
  return sha256(new TextEncoder().encode(hashes.join(''))).slice(0, 16)
}

/** The browser's own hash is faster, and off the main thread, where the page has it: not without https. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const native = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined
  if (!native) return sha256(bytes)
  const hash = new Uint8Array(await native.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
