import {
  decodeMessage,
  type Entry,
  entry,
  operator,
  type Operator,
  tensor,
  type Tensor,
  valueInfo,
  type ValueInfo,
} from '../../export/onnx/proto'
import { ImportError } from '../error'
import { exactly, type Source } from '../source'

/** Bytes of a file, from one to before another. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** A tensor whose header has been read. Its values are here, at a place of the file, or in another file. */
export interface FoundTensor extends Tensor {
  /** Where the bytes of a large tensor lie: those of one field, little-endian or packed, or of the whole message. */
  readonly at?: Place & { readonly holds: 'raw' | 'floats' | 'doubles' | 'message' }
}

/** What stands in an .onnx file, without the values of its large tensors. */
export interface FoundModel {
  readonly irVersion: number
  readonly producer: string
  readonly opset: number
  readonly nodes: readonly Operator[]
  readonly initializers: readonly FoundTensor[]
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
  readonly valueInfo: readonly ValueInfo[]
  /** Texts that it says of itself. */
  readonly metadata: Readonly<Record<string, string>>
}

/** Bytes that are read at a time. */
const chunk = 2 ** 18

/** Tensors up to this many bytes are decoded at once; of larger ones only the place is kept. */
const small = 2 ** 14

/** A node, a shape or a text longer than this is not what it claims to be. */
const longest = 2 ** 26

/** More operators than any network that can be looked at. */
const mostNodes = 10_000

/** More tensors and shapes than such a network has. */
const most = 250_000

/** Texts that a file may say of itself. */
const mostTexts = 1000

interface FoundField extends Place {
  /** Where its tag begins. */
  readonly start: number
  readonly number: number
  readonly wire: number
  /** Of a varint. */
  readonly value: number
}

/**
 * The model of an .onnx file, read in slices. Throws an `ImportError` where the bytes are no model, or end too soon.
 */
export async function readModel(source: Source): Promise<FoundModel> {
  const bytes = reader(source)
  const nodes: Operator[] = []
  const initializers: FoundTensor[] = []
  const [inputs, outputs, infos] = [[] as ValueInfo[], [] as ValueInfo[], [] as ValueInfo[]]
  const model = { irVersion: 0, producer: '', opset: 0 }
  const metadata: [string, string][] = []
  let graphs = 0
  const whole = async (place: Place) => {
    if (place.to - place.from > longest) throw broken(source)
    return await bytes.read(place)
  }
  const readGraph = async (place: Place) => {
    for await (const field of bytes.fields(place)) {
      if (field.wire !== 2) continue
      if (field.number === 1) nodes.push(decodeMessage<Operator>(await whole(field), operator))
      else if (field.number === 5) initializers.push(await readTensor(field))
      else if (field.number === 11) inputs.push(decodeMessage<ValueInfo>(await whole(field), valueInfo))
      else if (field.number === 12) outputs.push(decodeMessage<ValueInfo>(await whole(field), valueInfo))
      else if (field.number === 13) infos.push(decodeMessage<ValueInfo>(await whole(field), valueInfo))
      if (nodes.length > mostNodes)
        throw new ImportError(
          `${source.name} has more than ${mostNodes.toLocaleString('en')} operators, which is too many to show.`,
        )
      if (initializers.length + infos.length > most)
        throw new ImportError(
          `${source.name} has more than ${most.toLocaleString('en')} parts, which is too many.`,
        )
    }
  }
  const readTensor = async (place: Place): Promise<FoundTensor> => {
    if (place.to - place.from <= small) return decodeMessage<Tensor>(await bytes.read(place), tensor)
    // Everything but the values, which lie in one field.
    const kept: Uint8Array[] = []
    let at: FoundTensor['at']
    for await (const field of bytes.fields(place)) {
      const holds = ({ 4: 'floats', 9: 'raw', 10: 'doubles' } as const)[field.number]
      const isLong = field.to - field.from > 256
      if (holds && field.wire === 2 && isLong && !at) at = { from: field.from, to: field.to, holds }
      else if (isLong || kept.length > 1000) {
        at = { ...place, holds: 'message' }
        break
      } else kept.push(await bytes.read({ from: field.start, to: field.to }))
    }
    return { ...decodeMessage<Tensor>(joined(kept), tensor), ...(at && { at }) }
  }
  try {
    for await (const field of bytes.fields({ from: 0, to: source.size })) {
      if (field.number === 1) model.irVersion = field.value
      else if (field.number === 2 && field.wire === 2) model.producer = text(await whole(field))
      else if (field.number === 8 && field.wire === 2) {
        const set = decodeMessage<{ domain?: string; version?: number }>(await whole(field), {
          domain: [1, 'string'],
          version: [2, 'int64'],
        } as never)
        if (!set.domain || set.domain === 'ai.onnx') model.opset = set.version ?? 0
      } else if (field.number === 14 && field.wire === 2 && metadata.length < mostTexts) {
        const { key, value } = decodeMessage<Partial<Entry>>(await whole(field), entry as never)
        if (key !== undefined && value !== undefined) metadata.push([key, value])
      } else if (field.number === 7 && field.wire === 2) {
        graphs++
        await readGraph(field)
      }
    }
  } catch (problem) {
    if (problem instanceof ImportError) throw problem
    throw broken(source)
  }
  if (graphs !== 1 || nodes.length === 0)
    throw new ImportError(`${source.name} contains no network: an ONNX file has one graph with nodes in it.`)
  return {
    ...model,
    nodes,
    initializers,
    inputs,
    outputs,
    valueInfo: infos,
    metadata: Object.fromEntries(metadata),
  }
}

function broken(source: Source): ImportError {
  return new ImportError(`${source.name} is damaged or cut off: its parts do not fit into each other.`)
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Reads fields and bytes of a file through a window of it. */
function reader(source: Source) {
  let held: Uint8Array = new Uint8Array()
  let from = 0

  async function read(place: Place): Promise<Uint8Array> {
    const holds = () => place.from >= from && place.to <= from + held.length
    if (!holds()) {
      if (place.to - place.from > chunk) return await exactly(source, place.from, place.to)
      held = await source.slice(place.from, Math.min(source.size, place.from + chunk))
      from = place.from
      if (!holds()) throw new RangeError('the file ends too soon')
    }
    return held.subarray(place.from - from, place.to - from)
  }

  async function* fields({ from: first, to: end }: Place): AsyncGenerator<FoundField> {
    let at = first
    const varint = () => {
      let value = 0
      for (let power = 1; power < 2 ** 63; power *= 128) {
        if (at >= end || at >= from + held.length) throw new RangeError('a number is cut off')
        const byte = held[at++ - from]
        value += (byte & 0x7f) * power
        if (byte < 0x80) return value
      }
      return value
    }
    while (at < end) {
      const start = at
      // Enough for a tag and a length, so that nothing waits between them.
      const ahead = Math.min(at + 20, source.size)
      if (at < from || ahead > from + held.length) await read({ from: at, to: ahead })
      const tag = varint()
      const [number, wire] = [Math.floor(tag / 8), tag % 8]
      const value = wire === 0 || wire === 2 ? varint() : 0
      const length = wire === 2 ? value : wire === 1 ? 8 : wire === 5 ? 4 : 0
      if (number < 1 || wire === 3 || wire === 4 || wire > 5 || at + length > end)
        throw new RangeError('a field is longer than what holds it')
      const field = { number, wire, value, start, from: at, to: at + length }
      at += length
      yield field
    }
  }

  return { read, fields }
}
