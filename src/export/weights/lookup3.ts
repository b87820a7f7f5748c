const rotated = (x: number, by: number) => (x << by) | (x >>> (32 - by))

/** Bob Jenkins' hash "lookup3" (`hashlittle`, from 0), with which HDF5 checks what is no values. */
export function lookup3(bytes: Uint8Array): number {
  let a = (0xdeadbeef + bytes.length) | 0
  let b = a
  let c = a
  const padded = new Uint8Array(12 * Math.max(1, Math.ceil(bytes.length / 12)))
  padded.set(bytes)
  const words = new DataView(padded.buffer)
  for (let at = 0; at < padded.length; at += 12) {
    a = (a + words.getInt32(at, true)) | 0
    b = (b + words.getInt32(at + 4, true)) | 0
    c = (c + words.getInt32(at + 8, true)) | 0
    if (at + 12 < padded.length) {
      a = ((a - c) ^ rotated(c, 4)) | 0
      c = (c + b) | 0
      b = ((b - a) ^ rotated(a, 6)) | 0
      a = (a + c) | 0
      c = ((c - b) ^ rotated(b, 8)) | 0
      b = (b + a) | 0
      a = ((a - c) ^ rotated(c, 16)) | 0
      c = (c + b) | 0
      b = ((b - a) ^ rotated(a, 19)) | 0
      a = (a + c) | 0
      c = ((c - b) ^ rotated(b, 4)) | 0
      b = (b + a) | 0
    }
  }
  if (bytes.length === 0) return c >>> 0
  c = ((c ^ b) - rotated(b, 14)) | 0
  a = ((a ^ c) - rotated(c, 11)) | 0
  b = ((b ^ a) - rotated(a, 25)) | 0
  c = ((c ^ b) - rotated(b, 16)) | 0
  a = ((a ^ c) - rotated(c, 4)) | 0
  b = ((b ^ a) - rotated(a, 14)) | 0
  c = ((c ^ b) - rotated(b, 24)) | 0
  return c >>> 0
}
