import { sha256 } from './sha256'

/** SHA-256 in hexadecimal, by the browser where this page has that: many times as fast, and beside the page. Without https there is none. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const native = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined
  if (!native) return sha256(bytes)
  const hash = new Uint8Array(await native.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
