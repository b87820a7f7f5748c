import { unzipSync } from 'fflate'
import { File } from 'jsfive'
import { parse } from 'protobufjs'
import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../architectures/index'
import { buildSmall } from '../architectures/smallest'
import { asBuilt } from '../nn/asBuilt'
import { build } from '../nn/build'
import { conv } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { batchNorm } from '../nn/ops/normalization'
import { globalAvgPool, maxPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { branch, seq } from '../nn/spec'
import { size } from '../nn/totals'
import { blobOf } from './blob'
import { type Format, fileOf, formatNames, formats } from './formats'
import { kerasTensors } from './keras/tensors'
import { busyWeights } from './onnx/agreement.fixture'
import { encodeModel } from './onnx/proto'
import { onnxParts, toModel } from './onnx/writeOnnx'
import { orderOf } from './pytorch/order'
import { torchTensors } from './pytorch/tensors'
import type { Parts } from './tensors'

const small = build({
  id: 'small',
  title: 'Small net',
  input: [4, 5, 2],
  body: seq(
    conv({ filters: 3, kernel: [1, 2], bias: true }),
    batchNorm(),
    branch('concat', seq(maxPool({ kernel: 2 }), flatten()), seq(globalAvgPool(), flatten())),
    dense({ units: 2 }),
  ),
})

async function bytesOf(parts: Parts): Promise<Uint8Array> {
  return new Uint8Array(await (await blobOf(parts, '')).arrayBuffer())
}

const written = (format: Format, read = busyWeights(small)) => bytesOf(fileOf(small, { format, read }).parts)

/** Name, shape and values of every tensor of a .safetensors file. */
function tensorsIn(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const data = 8 + Number(view.getBigUint64(0, true))
  const { __metadata__: about, ...entries } = JSON.parse(new TextDecoder().decode(bytes.subarray(8, data)))
  const values = ([from, to]: [number, number]) =>
    new Float32Array(bytes.slice(data + from, data + to).buffer)
  const tensors = Object.entries(
    entries as Record<string, { shape: number[]; data_offsets: [number, number] }>,
  )
  return {
    about,
    tensors: new Map(
      tensors.map(([name, { shape, data_offsets: at }]) => [name, { shape, values: values(at) }]),
    ),
    isWhole: tensors.at(-1)![1].data_offsets[1] === bytes.length - data,
    isAligned: data % 8 === 0,
  }
}

describe('weights as .safetensors', () => {
  it('stand in the order of the page, each with its name and shape, and fill the file', async () => {
    const { tensors, about, isWhole, isAligned } = tensorsIn(await written('weights'))
    expect([isWhole, isAligned]).toEqual([true, true])
    expect(about).toEqual({ network: 'Small net', layerwise: expect.any(String) })
    expect(JSON.parse(about.layerwise)).toEqual({ architecture: asBuilt(small) })
    const all = small.nodes.flatMap(({ id, weights }) => Object.keys(weights).map((name) => `${id}.${name}`))
    expect([...tensors.keys()]).toEqual(all)
    expect(tensors.get('conv.kernel')).toEqual({
      shape: [1, 2, 2, 3],
      values: busyWeights(small)('conv', 'kernel'),
    })
  })

  it('are PyTorch’s beside its program: filters first, and the inputs of a layer channel by channel', async () => {
    const files = unzipSync(await written('pytorch'))
    expect(Object.keys(files)).toEqual(['small.py', 'small.safetensors'])
    const { tensors } = tensorsIn(files['small.safetensors'])
    expect(tensors.get('conv.weight')!.shape).toEqual([3, 2, 1, 2])
    expect(tensors.get('fc.weight')!.shape).toEqual([2, 30])
    const kernel = busyWeights(small)('fc', 'kernel')
    // Of the map 3×3×3, channel 1 in row 1, column 2; then channel 2 of the means.
    const { values } = tensors.get('fc.weight')!
    expect(values[30 + 9 + 3 + 2]).toBe(kernel[((3 + 2) * 3 + 1) * 2 + 1])
    expect(values[27 + 2]).toBe(kernel[(27 + 2) * 2])
  })
})

it('a vector of several maps keeps the order of each', () => {
  const fc = small.node('fc')
  const order = orderOf(small, fc.inputs[0])!
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i))
  expect([...order.slice(27)]).toEqual([27, 28, 29])
})

it('weights of Keras stand in an HDF5 file, layer by layer', async () => {
  const files = unzipSync(await written('keras'))
  expect(Object.keys(files)).toEqual(['small.py', 'small.weights.h5'])
  const file = new File(files['small.weights.h5'].slice().buffer as ArrayBuffer, 'small.weights.h5')
  const layer = file.get('bn/vars') as unknown as { keys: string[] }
  expect(layer.keys).toEqual(['0', '1', '2', '3'])
  const read = busyWeights(small)
  for (const [i, name] of ['gamma', 'beta', 'mean', 'variance'].entries()) {
    const { value } = file.get(`bn/vars/${i}`) as unknown as { value: ArrayLike<number> }
    expect(Float32Array.from(value)).toEqual(read('bn', name))
  }
  const { shape } = file.get('conv/vars/0') as unknown as { shape: number[] }
  expect(shape).toEqual([1, 2, 2, 3])
})

it('an ONNX file written piece by piece is the one written at once, with the batch that is said', async () => {
  const { root } = parse(`syntax = "proto2"; package onnx;
    message T { repeated int64 dims = 1; optional string name = 8; optional bytes raw_data = 9; }
    message D { optional int64 dim_value = 1; optional string dim_param = 2; } message S { repeated D dim = 1; }
    message E { optional S shape = 2; } message Y { optional E tensor_type = 1; }
    message V { optional string name = 1; optional Y type = 2; }
    message N { repeated string input = 1; repeated string output = 2; optional string op_type = 4; }
    message G { repeated N node = 1; repeated T initializer = 5; repeated V input = 11; repeated V output = 12; }
    message M { optional string doc_string = 6; optional G graph = 7; }`)
  const type = root.lookupType('onnx.M')
  const read = (bytes: Uint8Array) => type.toObject(type.decode(bytes), { longs: Number, bytes: Array })
  const pieces = await bytesOf(onnxParts(small, busyWeights(small)))
  expect(read(pieces)).toEqual(read(encodeModel(toModel(small, busyWeights(small)))))
  const one = read(await bytesOf(onnxParts(small, busyWeights(small), { batch: 1 })))
  expect(one.graph.input[0].type.tensorType.shape.dim[0]).toEqual({ dimValue: 1 })
})

describe.each(presets.map(({ id }) => id))('%s', (id) => {
  const graph = build(resolve(id).architecture)

  it('has every weight in the files of PyTorch and Keras, each under a name of its own', () => {
    const values = graph.totals.trainable + graph.totals.params.running
    for (const tensors of [torchTensors(graph), kerasTensors(graph)]) {
      expect(new Set(tensors.map(({ name }) => name)).size).toBe(tensors.length)
      const counted = tensors.reduce((sum, { shape }) => sum + size({ shape } as never), 0)
      const isFixed = tensors.some(({ name }) => name.endsWith('.codes'))
      expect(counted).toBe(values + (isFixed ? graph.totals.params.fixed : 0))
    }
  })
})

it.each(formatNames)('%s is refused with a sentence where the network does not fit together', (format) => {
  const torn = build(resolve('resnet18', {}).architecture, { 'conv3_x/block1/conv1': { stride: 1 } })
  expect(() => fileOf(torn, { format, read: busyWeights(torn) })).toThrow('does not fit together')
})

it('a program without weights is one file, and what must have weights is not written without', () => {
  const graph = buildSmall('lenet5')
  expect(fileOf(graph, { format: 'pytorch', read: null }).name).toBe('lenet5.py')
  for (const format of formatNames.filter((each) => formats[each].weights === 'must'))
    expect(() => fileOf(graph, { format, read: null })).toThrow('has weights')
})

it('files have the name that they are given, and a program one that can be imported', () => {
  expect(fileOf(small, { format: 'pytorch', read: null, name: 'flowers' }).name).toBe('flowers.py')
  expect(fileOf(small, { format: 'keras', read: null, name: '3 my-net.v2' }).name).toBe('_3_my_net_v2.py')
  expect(fileOf(small, { format: 'weights', read: busyWeights(small), name: 'flowers' }).name).toBe(
    'flowers.safetensors',
  )
})
