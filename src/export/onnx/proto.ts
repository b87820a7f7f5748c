import { Writer } from 'protobufjs/minimal.js'

// The part of onnx.proto that is needed here. It is written through the library's plain writer: its reflection
// compiles functions from text, which the page's Content-Security-Policy forbids.

export interface Attribute {
  readonly name: string
  readonly f?: number
  readonly i?: number
  readonly ints?: readonly number[]
  readonly type: number
}

export interface Operator {
  readonly input: readonly string[]
  readonly output: readonly string[]
  readonly name: string
  readonly opType: string
  readonly attribute: readonly Attribute[]
}

export interface Initializer {
  readonly dims: readonly number[]
  readonly dataType: number
  readonly name: string
  /** Little-endian. */
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
}

/** `AttributeProto.AttributeType`. */
export const attributeType = { float: 1, int: 2, ints: 7 } as const

/** `TensorProto.DataType`. */
export const dataType = { float: 1, int64: 7 } as const

/** Of protobuf's wire format. */
const wireType = { int64: 0, float: 5, string: 2, bytes: 2 } as const
const nested = 2

/** For every field of a message its number in onnx.proto and what it holds; a list repeats it. */
type Fields<M = Readonly<Record<string, unknown>>> = { readonly [Name in keyof Required<M>]: Field }
type Field = readonly [number: number, kind: keyof typeof wireType | Fields]

const attribute: Fields<Attribute> = {
  name: [1, 'string'],
  f: [2, 'float'],
  i: [3, 'int64'],
  ints: [8, 'int64'],
  type: [20, 'int64'],
}

const operator: Fields<Operator> = {
  input: [1, 'string'],
  output: [2, 'string'],
  name: [3, 'string'],
  opType: [4, 'string'],
  attribute: [5, attribute],
}

const initializer: Fields<Initializer> = {
  dims: [1, 'int64'],
  dataType: [2, 'int64'],
  name: [8, 'string'],
  rawData: [9, 'bytes'],
}

const dimension: Fields<{ dimValue: number; dimParam: string }> = {
  dimValue: [1, 'int64'],
  dimParam: [2, 'string'],
}
const shape: Fields<ValueInfo['type']['tensorType']['shape']> = { dim: [1, dimension] }
const tensorType: Fields<ValueInfo['type']['tensorType']> = { elemType: [1, 'int64'], shape: [2, shape] }
const type: Fields<ValueInfo['type']> = { tensorType: [1, tensorType] }
const valueInfo: Fields<ValueInfo> = { name: [1, 'string'], type: [2, type] }

const graph: Fields<OnnxGraph> = {
  node: [1, operator],
  name: [2, 'string'],
  initializer: [5, initializer],
  input: [11, valueInfo],
  output: [12, valueInfo],
  valueInfo: [13, valueInfo],
}

const operatorSet: Fields<Model['opsetImport'][number]> = { domain: [1, 'string'], version: [2, 'int64'] }

const model: Fields<Model> = {
  irVersion: [1, 'int64'],
  producerName: [2, 'string'],
  docString: [6, 'string'],
  graph: [7, graph],
  opsetImport: [8, operatorSet],
}

/** The bytes of an .onnx file. */
export function encodeModel(value: Model): Uint8Array {
  const writer = Writer.create()
  write(writer, value, model)
  return writer.finish()
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
