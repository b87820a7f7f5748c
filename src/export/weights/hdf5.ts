import { bytesOf, type Parts, type Planned, type ReadWeight, valuesOf } from '../tensors'
import { lookup3 } from './lookup3'

// The part of HDF5 that a file of weights needs: groups that list their links one after the other, and arrays of floats
// in one piece (HDF5 file format specification 3.0, superblock 2, object header 2). A library that writes all of HDF5
// weighs four megabytes and builds the file in memory; this one is written tensor by tensor.

/** A group by name, or an array by its number in the list of tensors. */
interface Folder {
  readonly groups: Map<string, Folder>
  readonly arrays: Map<string, number>
}

const superblockBytes = 48
/** Bytes of an attribute. */
const longestText = 60_000
const nowhere = 0xffff_ffff_ffff_ffffn

/**
 * An .h5 file of float32 arrays; a slash in a name opens a group.
 * @param about texts by name, attributes of the file
 * Throws where a tensor is of another type.
 */
export async function* writeHdf5(
  tensors: readonly Planned[],
  read: ReadWeight,
  about: Readonly<Record<string, string>> = {},
): Parts {
  for (const { name, dtype } of tensors)
    if (dtype !== 'float32') throw new Error(`${name} is of the type ${dtype}, and only float32 is written.`)
  const root = treeOf(tensors)
  const objects = [...headersOf(root, tensors, about)]
  // Sizes do not depend on addresses, so the first pass finds where everything lies.
  const places = new Map<object | number, number>()
  let at = superblockBytes
  for (const { key, header } of objects) {
    places.set(key, at)
    at += header(() => 0, 0).length
  }
  const data = 8 * Math.ceil(at / 8)
  const begins: number[] = []
  let end = data
  for (const tensor of tensors) {
    begins.push(end)
    end += bytesOf(tensor)
  }
  yield superblock(places.get(root)!, end)
  for (const { key, header } of objects)
    yield header((of) => places.get(of)!, typeof key === 'number' ? begins[key] : 0)
  yield new Uint8Array(data - at)
  yield* valuesOf(tensors, read)
}

function treeOf(tensors: readonly Planned[]): Folder {
  const empty = (): Folder => ({ groups: new Map(), arrays: new Map() })
  const root = empty()
  tensors.forEach(({ name }, i) => {
    const steps = name.split('/')
    let folder = root
    for (const step of steps.slice(0, -1)) {
      if (!folder.groups.has(step)) folder.groups.set(step, empty())
      folder = folder.groups.get(step)!
    }
    folder.arrays.set(steps[steps.length - 1], i)
  })
  return root
}

/** What lies in the file before the values: of a group or an array its header, once all addresses are known. */
interface Placed {
  readonly key: Folder | number
  header(placeOf: (key: Folder | number) => number, data: number): Uint8Array
}

function* headersOf(
  folder: Folder,
  tensors: readonly Planned[],
  about: Readonly<Record<string, string>> = {},
): Generator<Placed> {
  const links = [...folder.groups, ...folder.arrays] as readonly (readonly [string, Folder | number])[]
  yield {
    key: folder,
    header: (placeOf) =>
      objectHeader([
        message(0x02, bytes(0, 0, long(nowhere), long(nowhere))),
        message(0x0a, bytes(0, 0)),
        ...Object.entries(about).flatMap(([name, text]) => attributes(name, text)),
        ...links.map(([name, key]) => message(0x06, link(name, placeOf(key)))),
      ]),
  }
  for (const each of folder.groups.values()) yield* headersOf(each, tensors)
  for (const i of folder.arrays.values()) {
    const { shape } = tensors[i]
    yield {
      key: i,
      header: (_, data) =>
        objectHeader([
          message(0x01, bytes(2, shape.length, 0, shape.length === 0 ? 0 : 1, ...shape.map(long))),
          message(0x03, float32),
          // No value is given for what is not written, because all is.
          message(0x05, bytes(3, 0x0a)),
          message(0x08, bytes(3, 1, long(data), long(bytesOf(tensors[i])))),
        ]),
    }
  }
}

/** IEEE, little-endian: sign at bit 31, exponent of 8 bits at 23 with bias 127, mantissa of 23 bits. */
const float32 = bytes(0x11, 0x20, 0x1f, 0, int(4), short(0), short(32), 23, 8, 0, 23, int(127))

function superblock(root: number, end: number): Uint8Array {
  const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]
  return checked(bytes(...signature, 2, 8, 8, 0, long(0), long(nowhere), long(end), long(root)))
}

/** A header of version 2 whose length takes four bytes. */
function objectHeader(messages: readonly Uint8Array[]): Uint8Array {
  const length = messages.reduce((sum, each) => sum + each.length, 0)
  return checked(bytes(...new TextEncoder().encode('OHDR'), 2, 2, int(length), ...messages))
}

const message = (type: number, content: Uint8Array) => bytes(type, short(content.length), 0, content)

/** A message has less than 64 kB: a longer text goes on in attributes that are numbered from 1. */
function attributes(name: string, text: string): readonly Uint8Array[] {
  const value = new TextEncoder().encode(text)
  const pieces = Math.max(1, Math.ceil(value.length / longestText))
  return Array.from({ length: pieces }, (_, i) =>
    message(0x0c, attribute(`${name}${i || ''}`, value.subarray(i * longestText, (i + 1) * longestText))),
  )
}

/** A text of fixed length. */
function attribute(name: string, value: Uint8Array): Uint8Array {
  const called = new TextEncoder().encode(`${name}\0`)
  const type = bytes(0x13, 0x11, 0, 0, int(value.length))
  const scalar = bytes(2, 0, 0, 0)
  const lengths = [called, type, scalar].map(({ length }) => short(length))
  return bytes(3, 0, ...lengths, 1, called, type, scalar, value)
}

/** A hard link whose length of name takes two bytes. */
function link(name: string, address: number): Uint8Array {
  const text = new TextEncoder().encode(name)
  return bytes(1, 1, short(text.length), text, long(address))
}

const checked = (content: Uint8Array) => bytes(content, int(lookup3(content)))

function bytes(...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const all = new Uint8Array(
    parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? 1 : part.length), 0),
  )
  let at = 0
  for (const part of parts)
    if (typeof part === 'number') all[at++] = part
    else {
      all.set(part, at)
      at += part.length
    }
  return all
}

function short(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >> 8)
}

function int(value: number): Uint8Array {
  const all = new Uint8Array(4)
  new DataView(all.buffer).setUint32(0, value, true)
  return all
}

function long(value: number | bigint): Uint8Array {
  const all = new Uint8Array(8)
  new DataView(all.buffer).setBigUint64(0, BigInt(value), true)
  return all
}
