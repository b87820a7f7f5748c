import { Reader, Writer } from 'protobufjs/minimal.js'

// The part of onnx.proto that is needed here, for files that are written and files that are read (src/import/onnx). It
// goes through the library's plain reader and writer: its reflection compiles functions from text, which the page's
// Content-Security-Policy forbids.

/** A pair of texts, as metadata and external data are written. */
export interface Entry {
  readonly key: string
  readonly value: string
}

export interface Attribute {
  readonly name: string
  readonly f?: number
  readonly i?: number
  readonly s?: Uint8Array
  readonly t?: Tensor
  readonly floats?: readonly number[]
  readonly ints?: readonly number[]
  readonly type: number
}

export interface Operator {
  readonly input: readonly string[]
  readonly output: readonly string[]
  readonly name: string
  readonly opType: string
  /** Absent for the operators of ONNX itself. */
  readonly domain?: string
  readonly attribute: readonly Attribute[]
  readonly metadataProps?: readonly Entry[]
}

/** Values stand in one of several fields, or in a file of their own. */
export interface Tensor {
  readonly dims: readonly number[]
  readonly dataType: number
  readonly name?: string
  readonly floatData?: readonly number[]
  readonly int32Data?: readonly number[]
  readonly int64Data?: readonly number[]
  readonly doubleData?: readonly number[]
  /** Little-endian. */
  readonly rawData?: Uint8Array
  readonly externalData?: readonly Entry[]
  /** 1 where the values lie in another file. */
  readonly dataLocation?: number
}

export interface Initializer extends Tensor {
  readonly name: string
  readonly rawData: Uint8Array
}

/** A side of a tensor: a number, or a name where any number will do. */
export type Dimension = { readonly dimValue: number } | { readonly dimParam: string }

export interface ValueInfo {
  readonly name: string
  readonly type: {
    readonly tensorType: {
      readonly elemType: number
      readonly shape: { readonly dim: readonly Dimension[] }
    }
  }
}

interface OnnxGraph {
  readonly node: readonly Operator[]
  readonly name: string
  readonly initializer: readonly Initializer[]
  readonly input: readonly ValueInfo[]
  readonly output: readonly ValueInfo[]
  readonly valueInfo: readonly ValueInfo[]
}

export interface Model {
  readonly irVersion: number
  readonly producerName: string
  readonly docString: string
  readonly graph: OnnxGraph
  readonly opsetImport: readonly { readonly domain: string; readonly version: number }[]
  readonly metadataProps?: readonly Entry[]
}

/** `AttributeProto.AttributeType`. */
export const attributeType = { float: 1, int: 2, text: 3, ints: 7 } as const

/** `TensorProto.DataType`. */
export const dataType = {
  float: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  double: 11,
  uint32: 12,
  uint64: 13,
  bfloat16: 16,
} as const

/** Of protobuf's wire format. */
const wireType = { int64: 0, double: 1, float: 5, string: 2, bytes: 2 } as const
const nested = 2

/** For every field of a message its number in onnx.proto, what it holds, and whether it may stand several times. */
export type Fields<M = Readonly<Record<string, unknown>>> = { readonly [Name in keyof Required<M>]: Field }
type Field = readonly [number: number, kind: keyof typeof wireType | Fields, many?: 'many']

export const entry: Fields<Entry> = { key: [1, 'string'], value: [2, 'string'] }

export const tensor: Fields<Tensor> = {
  dims: [1, 'int64', 'many'],
  dataType: [2, 'int64'],
  floatData: [4, 'float', 'many'],
  int32Data: [5, 'int64', 'many'],
  int64Data: [7, 'int64', 'many'],
  name: [8, 'string'],
  rawData: [9, 'bytes'],
  doubleData: [10, 'double', 'many'],
  externalData: [13, entry, 'many'],
  dataLocation: [14, 'int64'],
}

const attribute: Fields<Attribute> = {
  name: [1, 'string'],
  f: [2, 'float'],
  i: [3, 'int64'],
  s: [4, 'bytes'],
  t: [5, tensor],
  floats: [7, 'float', 'many'],
  ints: [8, 'int64', 'many'],
  type: [20, 'int64'],
}

export const operator: Fields<Operator> = {
  input: [1, 'string', 'many'],
  output: [2, 'string', 'many'],
  name: [3, 'string'],
  opType: [4, 'string'],
  attribute: [5, attribute, 'many'],
  domain: [7, 'string'],
  metadataProps: [9, entry, 'many'],
}

const dimension: Fields<{ dimValue: number; dimParam: string }> = {
  dimValue: [1, 'int64'],
  dimParam: [2, 'string'],
}
const shape: Fields<ValueInfo['type']['tensorType']['shape']> = {
  dim: [1, dimension, 'many'],
}
const tensorType: Fields<ValueInfo['type']['tensorType']> = { elemType: [1, 'int64'], shape: [2, shape] }
const type: Fields<ValueInfo['type']> = { tensorType: [1, tensorType] }
export const valueInfo: Fields<ValueInfo> = { name: [1, 'string'], type: [2, type] }

export const graph: Fields<OnnxGraph> = {
  node: [1, operator, 'many'],
  name: [2, 'string'],
  initializer: [5, tensor, 'many'],
  input: [11, valueInfo, 'many'],
  output: [12, valueInfo, 'many'],
  valueInfo: [13, valueInfo, 'many'],
}

export const operatorSet: Fields<Model['opsetImport'][number]> = {
  domain: [1, 'string'],
  version: [2, 'int64'],
}

export const model: Fields<Model> = {
  irVersion: [1, 'int64'],
  producerName: [2, 'string'],
  docString: [6, 'string'],
  graph: [7, graph],
  opsetImport: [8, operatorSet, 'many'],
  metadataProps: [14, entry, 'many'],
}

/** The bytes of an .onnx file. */
export function encodeModel(value: Model): Uint8Array {
  const writer = Writer.create()
  write(writer, value, model)
  return writer.finish()
}

/** A tensor of which only the size is known yet. */
type Unfilled = Pick<Initializer, 'name' | 'dims' | 'dataType'> & { readonly bytes: number }

/**
 * The bytes of an .onnx file around the values of tensors: `head` first, then each tensor's `before` and its values. The
 * model itself has no initializers.
 */
export function encodeAround(
  value: Model,
  tensors: readonly Unfilled[],
): { readonly head: Uint8Array; readonly before: readonly Uint8Array[] } {
  const { graph: whole, ...rest } = value
  const inner = Writer.create()
  write(inner, whole, graph)
  const start = inner.finish()
  const before = tensors.map(({ bytes, ...described }) => {
    const said = Writer.create()
    write(said, described, tensor)
    const raw = said
      .uint32((tensor.rawData[0] << 3) | nested)
      .uint32(bytes)
      .finish()
    const opened = Writer.create()
    return Uint8Array.of(
      ...opened
        .uint32((graph.initializer[0] << 3) | nested)
        .uint32(raw.length + bytes)
        .finish(),
      ...raw,
    )
  })
  const length = tensors.reduce((sum, { bytes }, i) => sum + before[i].length + bytes, start.length)
  const outer = Writer.create()
  write(outer, rest, model)
  const opened = outer
    .uint32((model.graph[0] << 3) | nested)
    .uint32(length)
    .finish()
  const head = new Uint8Array(opened.length + start.length)
  head.set(opened)
  head.set(start, opened.length)
  return { head, before }
}

function write(writer: Writer, message: object, fields: Fields): void {
  for (const [name, [number, kind]] of Object.entries(fields)) {
    const value = (message as Readonly<Record<string, unknown>>)[name]
    for (const item of Array.isArray(value) ? value : value === undefined ? [] : [value]) {
      if (typeof kind === 'object') {
        writer.uint32((number << 3) | nested).fork()
        write(writer, item as object, kind)
        writer.ldelim()
      } else writer.uint32((number << 3) | wireType[kind])[kind](item as never)
    }
  }
}

/**
 * A message from its bytes. Fields that `fields` does not have are skipped; lists that do not occur are empty, and what
 * else is absent is `undefined`. Throws a `RangeError` where the bytes end within a field.
 */
export function decodeMessage<M>(bytes: Uint8Array, fields: Fields<M>): M {
  return read(Reader.create(bytes), bytes.length, fields) as M
}

function read(reader: Reader, end: number, fields: Fields): Record<string, unknown> {
  const message: Record<string, unknown> = {}
  const byNumber = new Map<number, readonly [name: string, field: Field]>()
  for (const [name, field] of Object.entries(fields)) {
    byNumber.set(field[0], [name, field])
    if (field[2]) message[name] = []
  }
  while (reader.pos < end) {
    const tag = reader.uint32()
    const known = byNumber.get(tag >>> 3)
    if (!known) {
      reader.skipType(tag & 7)
      continue
    }
    const [name, [, kind, many]] = known
    const list = message[name] as unknown[]
    if (typeof kind === 'object') {
      expect(tag, nested)
      const length = reader.uint32()
      const to = reader.pos + length
      if (to > end) throw new RangeError('a message is longer than the one around it')
      const value = read(reader, to, kind)
      if (many) list.push(value)
      else message[name] = value
    } else if (many && (tag & 7) === 2 && wireType[kind] !== 2) {
      const length = reader.uint32()
      const to = reader.pos + length
      if (to > end) throw new RangeError('a list is longer than its message')
      while (reader.pos < to) list.push(scalar(reader, kind))
    } else {
      expect(tag, wireType[kind])
      const value = scalar(reader, kind)
      if (many) list.push(value)
      else message[name] = value
    }
  }
  if (reader.pos !== end) throw new RangeError('a field is longer than its message')
  return message
}

function expect(tag: number, type: number): void {
  if ((tag & 7) !== type) throw new RangeError(`field ${tag >>> 3} is of another type`)
}

function scalar(reader: Reader, kind: keyof typeof wireType): unknown {
  if (kind !== 'int64') return reader[kind]()
  const value = reader.int64() as unknown as number | { toNumber(): number }
  return typeof value === 'number' ? value : value.toNumber()
}
