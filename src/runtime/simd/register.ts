import {
  _FusedMatMul,
  engine,
  env,
  getKernel,
  registerKernel,
  type Tensor,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { geometry, type Geometry } from './convolution'
import { groupedGeometry, type GroupedGeometry } from './grouped'
import { type Kernels, kernelsOn } from './kernels'
import { places } from './winograd'

// Our kernels as kernels of tfjs's WASM backend, under names of our own: they work in its memory, so nothing is copied.

/** What is read of the backend, and of the module behind it. */
interface Device extends Pick<BackendWasm, 'makeOutput' | 'disposeData'> {
  readonly dataIdMap: { get(id: object): { readonly memoryOffset: number } }
  readonly wasm: {
    /** Of the module without threads. */
    readonly asm?: { readonly memory?: WebAssembly.Memory }
    /** Of the module with threads. */
    readonly wasmMemory?: WebAssembly.Memory
  }
}

type Inputs = Readonly<Record<string, TensorInfo>>
type Attrs = Readonly<Record<string, number>>

/** What a kernel is written with. */
interface Desk {
  readonly kernels: Kernels
  /** The address of a tensor. */
  at(tensor: TensorInfo): number
  /** A new tensor, whose values are whatever was there before. */
  make(shape: readonly number[]): TensorInfo
  drop(tensor: TensorInfo): void
  /** The product of two matrices, by XNNPACK: it has the second one in an order of its own from the first time on. */
  multiply(a: TensorInfo, b: TensorInfo): TensorInfo
  /** A map with zeros around it; where none are wanted, the map itself. */
  frame(x: TensorInfo, margins: Margins): TensorInfo
}

/** Zeros around a map. */
interface Margins {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Numbers of transformed tiles that are there at once, at most: 16 MB. */
const together = 2 ** 22

const sized = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1)

/** Kernels by the name under which tfjs knows them. */
const table = {
  /** ∂loss/∂kernel, of a kernel of this height and width. */
  OwnKernelGradient({ kernels, at, make }: Desk, { x, dy }: Inputs, attrs: Attrs) {
    const gradient = make([attrs.kernelHeight, attrs.kernelWidth, x.shape[3], dy.shape[3]])
    kernels.kernelGradient(at(x), at(dy), at(gradient), ...numbersOf(x.shape, dy, gradient, attrs))
    return gradient
  },

  /** ∂loss/∂x, of an input of this height and width. */
  OwnInputGradient({ kernels, at, make, drop }: Desk, { dy, kernel }: Inputs, attrs: Attrs) {
    const [height, width, channels, filters] = kernel.shape
    const turned = make([height, width, filters, channels])
    kernels.turn(at(kernel), at(turned), height * width, channels, filters)
    const gradient = make([dy.shape[0], attrs.height, attrs.width, channels])
    kernels.inputGradient(at(dy), at(turned), at(gradient), ...numbersOf(gradient.shape, dy, kernel, attrs))
    drop(turned)
    return gradient
  },

  /** Mean and variance of each channel. */
  OwnMeasure({ kernels, at, make }: Desk, { x }: Inputs) {
    const channels = x.shape[x.shape.length - 1]
    const [mean, variance] = [make([channels]), make([channels])]
    kernels.measure(...[x, mean, variance].map(at), sized(x.shape) / channels, channels)
    return [mean, variance]
  },

  /** y, and 1/√(variance + ε) of each channel. */
  OwnNormalize({ kernels, at, make }: Desk, inputs: Inputs, { epsilon }: Attrs) {
    const { x, gamma, beta, mean, variance } = inputs
    const [channels] = gamma.shape
    const [y, inverse] = [make(x.shape), make([channels])]
    const addresses = [x, gamma, beta, mean, variance, y, inverse].map(at)
    kernels.normalize(...addresses, sized(x.shape) / channels, channels, epsilon)
    return [y, inverse]
  },

  /** The gradients by γ and β. */
  OwnSlopes({ kernels, at, make }: Desk, { x, dy, mean, inverse }: Inputs) {
    const [channels] = mean.shape
    const [dGamma, dBeta] = [make([channels]), make([channels])]
    const addresses = [x, dy, mean, inverse, dGamma, dBeta].map(at)
    kernels.slopes(...addresses, sized(x.shape) / channels, channels)
    return [dGamma, dBeta]
  },

  /** The gradient by x, where the statistics are of `all` positions. */
  OwnNormalizeGradient({ kernels, at, make }: Desk, inputs: Inputs, { all }: Attrs) {
    const { x, dy, gamma, mean, inverse, dGamma, dBeta } = inputs
    const [channels] = gamma.shape
    const dx = make(x.shape)
    const addresses = [x, dy, gamma, mean, inverse, dGamma, dBeta, dx].map(at)
    kernels.normalizeGradient(...addresses, sized(x.shape) / channels, channels, all)
    return dx
  },

  /** Every `stride`-th pixel, and zero channels behind. */
  OwnSubsample({ kernels, at, make }: Desk, { x }: Inputs, { stride, filters }: Attrs) {
    const [images, height, width, channels] = x.shape
    const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)]
    const y = make([images, rows, columns, filters])
    kernels.clear(at(y), sized(y.shape))
    kernels.copyPixels(
      ...[at(x), at(y), images, rows, columns, Math.min(channels, filters)],
      ...[height * width, stride * width, stride, channels],
      ...[rows * columns, columns, 1, filters],
    )
    return y
  },

  /** The gradient of that, by an input of this height, width and so many channels. */
  OwnSubsampleGradient({ kernels, at, make }: Desk, { dy }: Inputs, attrs: Attrs) {
    const { stride, height, width, channels } = attrs
    const [images, rows, columns, filters] = dy.shape
    const gradient = make([images, height, width, channels])
    kernels.clear(at(gradient), sized(gradient.shape))
    kernels.copyPixels(
      ...[at(dy), at(gradient), images, rows, columns, Math.min(channels, filters)],
      ...[rows * columns, columns, 1, filters],
      ...[height * width, stride * width, stride, channels],
    )
    return gradient
  },

  /** A convolution in groups; `kernel` as `packGrouped` gives it, whose sums `scale` makes smaller. */
  OwnGroupedConvolution({ kernels, at, make, drop, frame }: Desk, { x, kernel, bias }: Inputs, attrs: Attrs) {
    const [images, , , channels] = x.shape
    const { groups, rows, columns, scale, least } = attrs
    const [kernelHeight, kernelWidth, , filters] = kernel.shape
    const from = frame(x, attrs as unknown as Margins)
    const [, framedHeight, framedWidth] = from.shape
    const y = make([images, rows, columns, groups * filters])
    const { down, across, dilationDown, dilationAcross } = attrs
    const all: GroupedGeometry = {
      ...{
        images,
        height: framedHeight,
        width: framedWidth,
        rows,
        columns,
        groups,
        depth: channels / groups,
        filters,
      },
      ...{ kernelHeight, kernelWidth, down, across, dilationDown, dilationAcross },
    }
    const addresses = [from, kernel, bias, y].map(at)
    kernels.groupedConvolution(...addresses, ...groupedGeometry.map((name) => all[name]), scale, least)
    if (from !== x) drop(from)
    return y
  },

  /** A kernel [3, 3, channels, filters] as the sixteen matrices of `OwnWinograd`. */
  OwnWinogradKernel({ kernels, at, make }: Desk, { kernel }: Inputs) {
    const [, , channels, filters] = kernel.shape
    const matrices = Array.from({ length: places }, () => make([1, channels, filters]))
    kernels.winogradKernel(at(kernel), ...matrices.map(at), channels * filters)
    return matrices
  },

  /** A convolution by a 3×3 kernel with stride 1, in tiles of 2×2 outputs; `m0` … `m15` are the kernel. */
  OwnWinograd({ kernels, at, make, drop, multiply, frame }: Desk, inputs: Inputs, attrs: Attrs) {
    const { x, bias } = inputs
    const matrices = Array.from({ length: places }, (_, p) => inputs[`m${p}`])
    const { height, width, top, left, least } = attrs
    const [images, under, , channels] = x.shape
    const [, , filters] = matrices[0].shape
    const [down, columns] = [height, width].map((size) => Math.ceil(size / 2))
    // So much of the map, and zeros, as the tiles cover.
    const bottom = 2 * down + 2 - top - under
    const right = 2 * columns + 2 - left - x.shape[2]
    const from = frame(x, { top, bottom, left, right })
    const y = make([images, height, width, filters])
    const [perLine, perRow] = [from.shape[2] * channels, width * filters]
    const most = Math.max(1, Math.floor(together / (places * columns * (channels + filters))))
    for (let image = 0; image < images; image++)
      for (let row = 0; row < down; row += most) {
        const rows = Math.min(most, down - row)
        const tiles = Array.from({ length: places }, () => make([1, rows * columns, channels]))
        const first = at(from) + 4 * (image * from.shape[1] + 2 * row) * perLine
        kernels.winogradInput(first, ...tiles.map(at), rows, columns, from.shape[2], channels)
        const products = tiles.map((tile, p) => {
          const product = multiply(tile, matrices[p])
          drop(tile)
          return product
        })
        const to = at(y) + 4 * (image * height + 2 * row) * perRow
        const left = height - 2 * row
        kernels.winogradOutput(
          ...[...products.map(at), at(bias), to],
          ...[rows, columns, left, width, filters, least],
        )
        products.forEach(drop)
      }
    if (from !== x) drop(from)
    return y
  },

  /** A vector by a matrix: nothing of the matrix is copied, as tfjs does once to have it in another order. */
  OwnVectorByMatrix({ kernels, at, make }: Desk, { x, matrix, bias }: Inputs, { least }: Attrs) {
    const [inputs, units] = matrix.shape
    const y = make([1, units])
    kernels.vectorByMatrix(...[x, matrix, bias, y].map(at), inputs, units, least)
    return y
  },
}

export type OwnKernel = keyof typeof table

function numbersOf(x: readonly number[], dy: TensorInfo, kernel: TensorInfo, attrs: Attrs): number[] {
  const [images, height, width, channels] = x
  const [, rows, columns, filters] = dy.shape
  const [kernelHeight, kernelWidth] = kernel.shape
  const { down, across, top, left } = attrs
  const all: Geometry = {
    ...{ images, height, width, channels, rows, columns, filters },
    ...{ kernelHeight, kernelWidth, down, across, top, left },
  }
  return geometry.map((name) => all[name])
}

const made = new WeakMap<WebAssembly.Memory, Kernels>()

function deskOf(device: Device): Desk {
  const memory = memoryOf(device)!
  const kernels = made.get(memory) ?? kernelsOn(memory)
  made.set(memory, kernels)
  const at = ({ dataId }: TensorInfo) => device.dataIdMap.get(dataId).memoryOffset
  const make = (shape: readonly number[]) => device.makeOutput([...shape], 'float32')
  return {
    ...{ kernels, at, make },
    drop: ({ dataId }) => void device.disposeData(dataId),
    multiply: (a, b) =>
      getKernel(_FusedMatMul, 'wasm').kernelFunc({
        inputs: { a, b },
        attrs: { transposeA: false, transposeB: false, activation: 'linear' },
        backend: device,
      }) as TensorInfo,
    frame(x, { top, bottom, left, right }) {
      if (top + bottom + left + right === 0) return x
      const [images, height, width, channels] = x.shape
      const framed = make([images, height + top + bottom, width + left + right, channels])
      const line = [width * channels, framed.shape[2] * channels]
      kernels.clear(at(framed), sized(framed.shape))
      kernels.copyPixels(
        ...[at(x), at(framed) + 4 * (top * line[1] + left * channels), images, height, 1, line[0]],
        ...[height * line[0], line[0], 0, 1],
        ...[framed.shape[1] * line[1], line[1], 0, 1],
      )
      return framed
    },
  }
}

const memoryOf = ({ wasm }: Device): WebAssembly.Memory | undefined => wasm.asm?.memory ?? wasm.wasmMemory

const names = Object.keys(table) as OwnKernel[]

/** Gives the WASM backend our kernels, where the browser has vectors. It is the current backend. */
export function registerOwnKernels(): void {
  if (!env().getBool('WASM_HAS_SIMD_SUPPORT') || getKernel(names[0], 'wasm')) return
  if (!memoryOf(engine().backend as unknown as Device)) return
  for (const kernelName of names)
    registerKernel({
      ...{ kernelName, backendName: 'wasm' },
      kernelFunc: ({ inputs, attrs, backend }) =>
        table[kernelName](deskOf(backend as Device), inputs as Inputs, attrs as never),
    })
}

/** Takes them away again, to see what runs without them. */
export function unregisterOwnKernels(): void {
  for (const name of names) if (getKernel(name, 'wasm')) unregisterKernel(name, 'wasm')
}

/** Whether the current backend has a kernel of ours; else the same is done with kernels of tfjs. */
export const hasOwn = (name: OwnKernel): boolean => getKernel(name, engine().backendName) !== undefined

/** Runs a kernel of ours. */
export function own<T extends Tensor | Tensor[] = Tensor>(
  name: OwnKernel,
  inputs: Readonly<Record<string, Tensor>>,
  attrs: Attrs = {},
): T {
  return engine().runKernel(name, { ...inputs }, { ...attrs })
}
