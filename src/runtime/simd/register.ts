import {
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
}

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

  /** y, and mean, variance and 1/√(variance + ε) of each channel. */
  OwnNormalize({ kernels, at, make }: Desk, { x, gamma, beta }: Inputs, { epsilon }: Attrs) {
    const [channels] = gamma.shape
    const [y, mean, variance, inverse] = [make(x.shape), ...[0, 1, 2].map(() => make([channels]))]
    const addresses = [x, gamma, beta, y, mean, variance, inverse].map(at)
    kernels.normalize(...addresses, sized(x.shape) / channels, channels, epsilon)
    return [y, mean, variance, inverse]
  },

  /** The gradients by x, γ and β. */
  OwnNormalizeGradient({ kernels, at, make }: Desk, { x, dy, gamma, mean, inverse }: Inputs) {
    const [channels] = gamma.shape
    const [dx, dGamma, dBeta] = [make(x.shape), make([channels]), make([channels])]
    const addresses = [x, dy, gamma, mean, inverse, dx, dGamma, dBeta].map(at)
    kernels.normalizeGradient(...addresses, sized(x.shape) / channels, channels)
    return [dx, dGamma, dBeta]
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
  OwnGroupedConvolution({ kernels, at, make, drop }: Desk, { x, kernel, bias }: Inputs, attrs: Attrs) {
    const [images, height, width, channels] = x.shape
    const { groups, rows, columns, top, bottom, left, right, scale, least } = attrs
    const [kernelHeight, kernelWidth, , filters] = kernel.shape
    const framed = { height: height + top + bottom, width: width + left + right }
    const line = [width * channels, framed.width * channels]
    const isFramed = framed.height > height || framed.width > width
    const from = isFramed ? make([images, framed.height, framed.width, channels]) : x
    if (isFramed) {
      kernels.clear(at(from), sized(from.shape))
      kernels.copyPixels(
        ...[at(x), at(from) + 4 * (top * line[1] + left * channels), images, height, 1, line[0]],
        ...[height * line[0], line[0], 0, 1],
        ...[framed.height * line[1], line[1], 0, 1],
      )
    }
    const y = make([images, rows, columns, groups * filters])
    const { down, across, dilationDown, dilationAcross } = attrs
    const all: GroupedGeometry = {
      ...{ images, ...framed, rows, columns, groups, depth: channels / groups, filters },
      ...{ kernelHeight, kernelWidth, down, across, dilationDown, dilationAcross },
    }
    const addresses = [from, kernel, bias, y].map(at)
    kernels.groupedConvolution(...addresses, ...groupedGeometry.map((name) => all[name]), scale, least)
    if (isFramed) drop(from)
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
  return {
    kernels,
    at: ({ dataId }) => device.dataIdMap.get(dataId).memoryOffset,
    make: (shape) => device.makeOutput([...shape], 'float32'),
    drop: ({ dataId }) => void device.disposeData(dataId),
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
