import { hashOf } from '../../runtime/hashOf'
import { sha256 } from '../../runtime/sha256'

/** Bytes that are hashed at a time, and how often at once, so that a large file never lies in memory. */
const piece = 2 ** 22
const together = 4

/**
 * The name of what files hold: 16 hexadecimal digits of a SHA-256 over the SHA-256 of their pieces, each file from its
 * own beginning. Names of files do not matter, their order does.
 */
export async function fingerprint(files: readonly Blob[]): Promise<string> {
  const hashes: Promise<string>[] = []
  for (const file of files)
    for (let at = 0; at === 0 || at < file.size; at += piece) {
      // Some pieces at a time: while one is read, cores of their own hash the others.
      await hashes[hashes.length - together]
      const hash = file
        .slice(at, at + piece)
        .arrayBuffer()
        .then((bytes) => hashOf(new Uint8Array(bytes)))
      // Where it fails, whoever waits for it is told, and nobody before.
      hash.catch(() => {})
      hashes.push(hash)
    }
  return sha256(new TextEncoder().encode((await Promise.all(hashes)).join(''))).slice(0, 16)
}
