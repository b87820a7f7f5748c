import type { Source } from './source'

/**
 * What a file is. `zip` and `hdf5` are containers, whose readers look further; `json` may describe weights of ours;
 * `image` is no business of this folder.
 */
export type Kind = 'safetensors' | 'zip' | 'hdf5' | 'pickle' | 'npy' | 'onnx' | 'json' | 'image' | 'unknown'

/** How much of a file's beginning is looked at, in bytes. */
const enough = 4096

/** Where HDF5 may begin: at the first byte, or behind a block that belongs to the user. */
const hdf5Begins = [0, 512, 1024, 2048]

const magic = {
  hdf5: [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a],
  npy: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59],
} as const

const images: readonly (readonly [at: number, letters: string])[] = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF8'],
  [0, 'BM'],
  [8, 'WEBP'],
  [4, 'ftyp'],
]

/** How images are called that a browser may know though nobody does here, and those whose bytes are damaged. */
const pictures = /\.(png|jpe?g|jfif|webp|avif|gif|svg|bmp|ico|tiff?|hei[cf]|jxl|apng)$/i

/**
 * Whether a file is no image, by its bytes and where they say nothing by its name. What it is then is the reader's of
 * models to say: of a file that nobody can use, it has the list of those that it takes.
 */
export async function isModel(source: Source): Promise<boolean> {
  const kind = await sniff(source)
  return kind === 'unknown' ? !pictures.test(source.name) : kind !== 'image'
}

/** What a file is, by its bytes and not by its name. */
export async function sniff(source: Source): Promise<Kind> {
  return kindOf(await source.slice(0, Math.min(enough, source.size)), source.size)
}

/** The same of a file's first bytes. */
export function kindOf(head: Uint8Array, size: number): Kind {
  const begins = (bytes: readonly number[], at = 0) => bytes.every((byte, i) => head[at + i] === byte)
  const reads = (at: number, letters: string) =>
    begins(
      Array.from(letters, (letter) => letter.charCodeAt(0)),
      at,
    )
  if (reads(0, 'PK\x03\x04') || reads(0, 'PK\x05\x06')) return 'zip'
  if (hdf5Begins.some((at) => begins(magic.hdf5, at))) return 'hdf5'
  if (begins(magic.npy)) return 'npy'
  if (isSafetensors(head, size)) return 'safetensors'
  if (head[0] === 0x80 && head[1] >= 2 && head[1] <= 5) return 'pickle'
  const text = new TextDecoder().decode(head).trimStart()
  if (/^[{[]/.test(text)) return 'json'
  if (/^(<\?xml[^]*?)?(<!--[^]*?-->\s*)*<svg[\s>]/i.test(text)) return 'image'
  if (images.some(([at, letters]) => reads(at, letters))) return 'image'
  return isOnnx(head, size) ? 'onnx' : 'unknown'
}

/** A length of 8 bytes, then that much JSON, which begins at once. */
function isSafetensors(head: Uint8Array, size: number): boolean {
  if (head.length < 10 || head[8] !== 0x7b) return false
  const length = new DataView(head.buffer, head.byteOffset).getBigUint64(0, true)
  return length >= 2n && length <= BigInt(Math.max(0, size - 8))
}

/** Fields of ModelProto and their wire types (onnx.proto): numbers are 0, texts and messages 2. */
const fields: Readonly<Record<number, number>> = {
  1: 0,
  2: 2,
  3: 2,
  4: 2,
  5: 0,
  6: 2,
  7: 2,
  8: 2,
  14: 2,
  20: 2,
  25: 2,
  26: 2,
}

/** A message has no magic number: its fields must be those of ModelProto, and lie within the file. */
function isOnnx(head: Uint8Array, size: number): boolean {
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 1; at < head.length; shift *= 128) {
      const byte = head[at++]
      value += (byte & 0x7f) * shift
      if (byte < 0x80) return value
    }
    return NaN
  }
  for (let seen = 0; at < size; seen++) {
    if (at >= head.length) return seen > 1
    const key = varint()
    const [field, wire] = [key >> 3, key & 7]
    if (fields[field] !== wire) return false
    const value = varint()
    if (Number.isNaN(value)) return false
    if (wire === 2) at += value
    // The graph is what a model is for; where it ends too soon, what comes before it tells that it is one.
    if (field === 7) return at <= size || seen > 0
  }
  return false
}
