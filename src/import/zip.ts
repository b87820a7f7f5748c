import { inflated } from '../nn/inflate'
import { ImportError } from './error'
import { exactly, type Source, streamOf } from './source'

/** A file inside a zip. */
export interface Entry {
  readonly name: string
  /** Bytes of its content. */
  readonly size: number
  /** Where its bytes lie as they are; undefined where they are deflated. */
  stored(): Promise<Source | undefined>
  /** The first so many bytes of its content, or all of them. */
  read(most?: number): Promise<Uint8Array<ArrayBuffer>>
}

/** How far from its end a zip may keep its directory's address: a comment of 65,535 bytes lies behind it. */
const tail = 22 + 65_535
/** Files in a zip; no checkpoint has nearly as many. */
const mostEntries = 200_000
/** What deflate can save at most (zlib's technical notes); what claims more is a bomb or a lie. */
const mostSaved = 1032
const largestDirectory = 64 * 2 ** 20

/**
 * Reads the directory of a zip, 64-bit ones too (APPNOTE.TXT of PKWARE, sections 4.3 and 4.5). Throws an `ImportError`
 * where it leads out of the file, and for what is encrypted or packed by another method than deflate.
 */
export async function readZip(source: Source): Promise<readonly Entry[]> {
  const { from, bytes, count } = await directoryOf(source)
  if (count > mostEntries || bytes > largestDirectory)
    throw new ImportError(`${source.name} claims to hold ${count.toLocaleString('en')} files.`)
  const content = await exactly(source, from, from + bytes)
  const view = new DataView(content.buffer, content.byteOffset, content.length)
  const entries: Entry[] = []
  const names = new Set<string>()
  for (let at = 0; entries.length < count;) {
    if (at + 46 > content.length || view.getUint32(at, true) !== 0x02014b50) throw broken(source)
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const end = at + 46 + lengths[0] + lengths[1] + lengths[2]
    if (end > content.length) throw broken(source)
    const name = new TextDecoder().decode(content.subarray(at + 46, at + 46 + lengths[0]))
    if (names.has(name)) throw new ImportError(`${source.name} has two files called ${name}.`)
    names.add(name)
    const extra = at + 46 + lengths[0]
    const [size, packed, offset] = wide(view, extra, extra + lengths[1], [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    if (flags & 1) throw new ImportError(`${name} in ${source.name} is encrypted.`)
    if (method !== 0 && method !== 8)
      throw new ImportError(
        `${name} in ${source.name} is packed by a method that cannot be read here (${method}).`,
      )
    if (method === 0 ? size !== packed : size > mostSaved * packed + 64)
      throw new ImportError(`${name} in ${source.name} cannot be ${size.toLocaleString('en')} bytes long.`)
    entries.push(entryOf(source, { name, size, packed, offset, isDeflated: method === 8 }))
    at = end
  }
  return entries
}

interface Place {
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly offset: number
  readonly isDeflated: boolean
}

function entryOf(source: Source, { name, size, packed, offset, isDeflated }: Place): Entry {
  async function begin(): Promise<number> {
    const head = await exactly(source, offset, offset + 30)
    const view = new DataView(head.buffer)
    if (view.getUint32(0, true) !== 0x04034b50) throw broken(source)
    const from = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
    if (from + packed > source.size) throw new ImportError(`${source.name} is cut off within ${name}.`)
    return from
  }
  return {
    name,
    size,
    async stored() {
      if (isDeflated) return undefined
      const from = await begin()
      return {
        name: source.name,
        size,
        slice: (first, last) => source.slice(from + first, from + Math.min(last, size)),
      }
    },
    async read(most = size) {
      const from = await begin()
      const wanted = Math.min(most, size)
      if (!isDeflated) return exactly(source, from, from + wanted)
      return deflated(source, from, from + packed, wanted, name)
    },
  }
}

async function deflated(source: Source, from: number, to: number, wanted: number, name: string) {
  let content: Uint8Array<ArrayBuffer>
  try {
    content = await inflated(streamOf(source, from, to), 'deflate-raw', wanted)
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(`${name} in ${source.name} cannot be unpacked.`, { cause: error })
  }
  if (content.length < wanted)
    throw new ImportError(`${name} in ${source.name} ends after ${content.length} of ${wanted} bytes.`)
  return content
}

async function directoryOf(source: Source) {
  const begin = Math.max(0, source.size - tail)
  const content = await source.slice(begin, source.size)
  const view = new DataView(content.buffer, content.byteOffset, content.length)
  let at = content.length - 22
  while (at >= 0 && view.getUint32(at, true) !== 0x06054b50) at--
  if (at < 0)
    throw new ImportError(`${source.name} is cut off: the directory at the end of a zip is missing.`)
  const count = view.getUint16(at + 10, true)
  const [bytes, from] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
  if (count !== 0xffff && bytes !== 0xffffffff && from !== 0xffffffff) return { from, bytes, count }
  if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) return { from, bytes, count }
  const large = Number(view.getBigUint64(at - 12, true))
  const record = await exactly(source, large, large + 56)
  const wideView = new DataView(record.buffer)
  if (wideView.getUint32(0, true) !== 0x06064b50) throw broken(source)
  const [many, length, place] = [32, 40, 48].map((offset) => Number(wideView.getBigUint64(offset, true)))
  return { from: place, bytes: length, count: many }
}

/** Numbers of 32 bits that are all ones stand as 64 bits in the field behind the name, in this order. */
function wide(view: DataView, from: number, to: number, numbers: readonly number[]): readonly number[] {
  for (let at = from; at + 4 <= to;) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (id === 1) {
      let place = at + 4
      return numbers.map((number) => {
        if (number !== 0xffffffff || place + 8 > to) return number
        place += 8
        return Number(view.getBigUint64(place - 8, true))
      })
    }
    at += 4 + length
  }
  return numbers
}

const broken = ({ name }: Source) => new ImportError(`The directory of ${name} is damaged.`)
