import { parse } from 'protobufjs'
import { describe, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { ops } from '../../nn/ops'
import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { adaptiveAvgPool, adaptiveMaxPool } from '../../nn/ops/pooling'
import { flatten } from '../../nn/ops/reshape'
import { seq, type Spec } from '../../nn/spec'
import { size } from '../../nn/totals'
import { binsOf } from './bins'
import type { Weights } from './emitter'
import { writeOnnx, type OnnxOptions } from './writeOnnx'
import { writers } from './writers'
import type { Graph } from '../../nn/graph'
import type { MapShape } from '../../nn/shape'

/** Field by field from onnx.proto, so that the table of numbers in the writer is read by another one. */
const { root } = parse(`
  syntax = "proto2"; package onnx;
  message AttributeProto { optional string name = 1; optional float f = 2; optional int64 i = 3;
    repeated int64 ints = 8; optional int32 type = 20; }
  message NodeProto { repeated string input = 1; repeated string output = 2; optional string name = 3;
    optional string op_type = 4; repeated AttributeProto attribute = 5; }
  message TensorProto { repeated int64 dims = 1; optional int32 data_type = 2; optional string name = 8;
    optional bytes raw_data = 9; }
  message Dimension { optional int64 dim_value = 1; optional string dim_param = 2; }
  message TensorShapeProto { repeated Dimension dim = 1; }
  message Tensor { optional int32 elem_type = 1; optional TensorShapeProto shape = 2; }
  message TypeProto { optional Tensor tensor_type = 1; }
  message ValueInfoProto { optional string name = 1; optional TypeProto type = 2; }
  message GraphProto { repeated NodeProto node = 1; optional string name = 2; repeated TensorProto initializer = 5;
    repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; }
  message OperatorSetIdProto { optional string domain = 1; optional int64 version = 2; }
  message ModelProto { optional int64 ir_version = 1; optional string producer_name = 2;
    optional string doc_string = 6; optional GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; }
`)

interface Named {
  name: string
}
interface Value extends Named {
  type: { tensorType: { elemType: number; shape: { dim: { dimValue?: number; dimParam?: string }[] } } }
}
interface File {
  producerName: string
  docString: string
  opsetImport: { version: number }[]
  graph: {
    node: (Named & { opType: string; input: string[]; output: string[]; attribute: Named[] })[]
    initializer: (Named & { dims: number[]; rawData: Uint8Array })[]
    input: Value[]
    output: Value[]
  }
}

/** Every weight counts up from its own beginning, so that each value can be told from the others. */
const counting =
  (graph: Graph): Weights =>
  (node, name) =>
    Float32Array.from({ length: size(graph.node(node).weights[name]) }, (_, i) => i)

function reread(graph: Graph, options?: OnnxOptions): File {
  const type = root.lookupType('onnx.ModelProto')
  const bytes = writeOnnx(graph, counting(graph), options)
  return type.toObject(type.decode(bytes), { longs: Number, arrays: true }) as File
}

const preset = (id: string, options = {}) => build(resolve(id, options).architecture)
const network = (input: MapShape, ...body: Spec[]) =>
  build({ id: 'n', title: 'N', input, body: seq(...body) })
const dims = ({ type }: Value) =>
  type.tensorType.shape.dim.map(({ dimValue, dimParam }) => dimParam ?? dimValue)
const types = (file: File) => file.graph.node.map(({ opType }) => opType)
const weightsOf = (file: File, name: string) => {
  const found = file.graph.initializer.find((tensor) => tensor.name === name)!
  return { dims: found.dims, values: [...new Float32Array(Uint8Array.from(found.rawData).buffer)] }
}

describe('the file of LeNet-5', () => {
  const file = reread(preset('lenet5'))

  it('takes any number of images, channels first', () =>
    expect(file.graph.input.map(dims)).toEqual([['batch', 1, 28, 28]]))
  it('gives ten probabilities of each', () => expect(file.graph.output.map(dims)).toEqual([['batch', 10]]))
  it('says where it comes from', () => {
    expect(file.producerName).toBe('Layerwise')
    expect(file.docString).toContain('lenet5')
    expect(file.opsetImport).toEqual([{ domain: '', version: 17 }])
  })
  it('turns channels last before the map is unrolled, and nowhere else', () => {
    expect(types(file).filter((type) => type === 'Transpose')).toHaveLength(1)
    expect(types(file).indexOf('Flatten')).toBe(types(file).indexOf('Transpose') + 1)
  })
})

it('writes one operator for each node of ResNet-18, which unrolls 1×1 only, and one Flatten', () => {
  const graph = preset('resnet18')
  const file = reread(graph)
  expect(file.graph.node).toHaveLength(graph.nodes.length)
  expect(file.graph.node.filter(({ opType }) => opType === 'Flatten')).toHaveLength(1)
  expect(types(file)).not.toContain('Transpose')
})

it('holds as many weights as the network', () => {
  const graph = preset('googlenet', { aux: true })
  const values = reread(graph).graph.initializer.reduce((sum, { rawData }) => sum + rawData.length / 4, 0)
  expect(values).toBe(graph.totals.trainable)
})

it('names tensors as nodes: the main output first, then side paths, or all of them', () => {
  const graph = preset('googlenet', { aux: true })
  expect(reread(graph).graph.output.map(({ name }) => name)).toEqual(graph.outputs)
  const all = graph.nodes.map(({ id }) => id).filter((id) => id !== graph.input)
  expect(reread(graph, { outputs: 'all' }).graph.output.map(({ name }) => name)).toEqual(all)
})

it('defines every tensor once, before it is read', () => {
  const { graph } = reread(preset('lenet5-1998'))
  const known = new Set([...graph.input, ...graph.initializer].map(({ name }) => name))
  expect(known.size).toBe(graph.input.length + graph.initializer.length)
  for (const { input, output } of graph.node) {
    for (const name of input) expect(known).toContain(name)
    for (const name of output) expect(known).not.toContain(name)
    for (const name of output) known.add(name)
  }
})

it('lays a kernel out filter by filter', () => {
  const file = reread(network([3, 3, 2], conv({ filters: 2, kernel: [1, 2] })))
  // Stored as [width, in, out]: 0 to 7. The first filter meets channel 0 with 0 and 4, channel 1 with 2 and 6.
  expect(weightsOf(file, 'conv.kernel')).toEqual({ dims: [2, 2, 1, 2], values: [0, 4, 2, 6, 1, 5, 3, 7] })
})

it('leaves the rows of a fully connected layer in the order of the page', () => {
  const file = reread(network([1, 2, 2], flatten(), dense({ units: 1 })))
  expect(types(file)).toEqual(['Transpose', 'Flatten', 'Gemm'])
  expect(weightsOf(file, 'fc.kernel')).toEqual({ dims: [4, 1], values: [0, 1, 2, 3] })
})

describe('adaptive pooling', () => {
  it('is a sliding window where all bins are alike: 13 into 6 is 3×3 with stride 2', () => {
    expect(binsOf(13, 6).uniform).toEqual({ size: 3, step: 2 })
    expect(types(reread(network([13, 13, 2], adaptiveMaxPool({ grid: 6 }))))).toEqual(['MaxPool'])
  })
  it('is cut into pieces where they differ', () => {
    expect(binsOf(10, 4).uniform).toBeUndefined()
    expect(types(reread(network([10, 10, 1], adaptiveMaxPool({ grid: 4 }))))).toContain('Slice')
  })
  it('is no sliding window where neighbouring bins hold the same rows', () => {
    expect(binsOf(1, 3).uniform).toBeUndefined()
    expect(types(reread(network([1, 1, 2], adaptiveAvgPool({ grid: 3 }))))).toContain('ReduceMean')
  })
})

it('knows every op', () => expect(Object.keys(writers).sort()).toEqual(Object.keys(ops).sort()))

it('refuses what does not fit together, with the arithmetic', () => {
  const graph = network([2, 2, 1], conv({ filters: 1, kernel: 3 }))
  expect(() => reread(graph)).toThrow(/does not fit together: conv: a window 3 high/)
})

it('refuses more weights than one file can hold, before it makes them', () => {
  const graph = preset('resnet152', { width: 512 })
  const never: Weights = () => {
    throw new Error('asked for weights')
  }
  expect(() => writeOnnx(graph, never)).toThrow(/one ONNX file must stay below 2 GiB/)
})
