import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { convTranspose } from '../../nn/ops/transposed'
import { isMap, volume } from '../../nn/shape'
import { channelsLast } from '../layout'
import { inputsFirst, tapsOfTransposed } from './arrange'
import type { Constant, FlatNode } from './flat'
import { float, int, ints, NoRule, type Translator, type Value } from './translator'
import { slideOf, square } from './windows'

/** The rules of layers with learned kernels. */
export const weighted: Readonly<Record<string, (node: FlatNode, to: Translator) => Value>> = {
  Conv(node, to) {
    const x = to.map(node)
    const kernel = given(node, to, 1)
    const bias = optional(node, to, 2)
    if (kernel.shape.length !== 4) throw new NoRule(`its kernel has ${kernel.shape.length} dimensions`)
    const [filters, depth, height, width] = kernel.shape
    const groups = int(node, 'group', 1)
    if (depth * groups !== to.channels(x))
      throw new NoRule(`its kernel reads ${depth * groups} channels, but ${to.channels(x)} come in`)
    const spec = conv({
      filters,
      ...slideOf(node, [height, width], x.pads),
      groups,
      bias: bias !== undefined,
    })
    return to.emit(node, spec, [x], {
      weights: {
        kernel: async () => channelsLast(await kernel.tensor.read(), [height, width, depth, filters]),
        ...(bias && { bias: () => bias.tensor.read() }),
      },
      from: { kernel, ...(bias && { bias }) },
    })
  },

  ConvTranspose(node, to) {
    const x = to.map(node)
    const kernel = given(node, to, 1)
    const bias = optional(node, to, 2)
    if (kernel.shape.length !== 4) throw new NoRule(`its kernel has ${kernel.shape.length} dimensions`)
    const [channels, own, height, width] = kernel.shape
    const groups = int(node, 'group', 1)
    if (channels !== to.channels(x))
      throw new NoRule(`its kernel reads ${channels} channels, but ${to.channels(x)} come in`)
    if (node.attributes.has('output_shape')) throw new NoRule('its output size is given as a shape')
    const { dilation, ...slide } = slideOf(node, [height, width])
    if (dilation !== 1) throw new NoRule('its window is dilated')
    const spec = convTranspose({
      filters: own * groups,
      ...slide,
      outputPad: square(ints(node, 'output_padding') ?? [0, 0]),
      groups,
      bias: bias !== undefined,
    })
    return to.emit(node, spec, [x], {
      weights: {
        kernel: async () => tapsOfTransposed(await kernel.tensor.read(), kernel.shape, groups),
        ...(bias && { bias: () => bias.tensor.read() }),
      },
      from: { kernel, ...(bias && { bias }) },
    })
  },

  Gemm(node, to) {
    if (int(node, 'transA', 0) !== 0 || float(node, 'alpha', 1) !== 1 || float(node, 'beta', 1) !== 1)
      throw new NoRule('it scales or transposes what it reads')
    return matrix(node, to, int(node, 'transB', 0) === 1, optional(node, to, 2))
  },

  MatMul: (node, to) => everywhere(node, to) ?? matrix(node, to, false),
}

/** A matrix that meets the channels of every position: a convolution of 1×1. */
function everywhere(node: FlatNode, to: Translator): Value | undefined {
  const x = to.maps(node)
  const kernel = to.constant(node, 1)
  if (!x.last || x.flat || !isMap(to.shapeOf(x)) || kernel?.shape.length !== 2) return undefined
  const [depth, filters] = kernel.shape
  if (depth !== to.channels(x))
    throw new NoRule(`its matrix is ${kernel.shape.join('×')}, but ${to.channels(x)} channels come in`)
  return to.emit(node, conv({ filters, kernel: 1, bias: false }), [x], {
    weights: { kernel: () => kernel.tensor.read() },
    from: { kernel },
    keeps: x,
  })
}

function matrix(node: FlatNode, to: Translator, transposed: boolean, bias?: Constant): Value {
  const x = to.maps(node)
  const shape = to.shapeOf(x)
  if (isMap(shape) && !x.flat) throw new NoRule('it multiplies a map')
  const kernel = given(node, to, 1)
  const [inputs, units] = transposed ? [kernel.shape[1], kernel.shape[0]] : kernel.shape
  if (kernel.shape.length !== 2 || inputs !== volume(shape))
    throw new NoRule(`its matrix is ${kernel.shape.join('×')}, but ${volume(shape)} values come in`)
  const order = x.order ?? (isMap(shape) && !x.last ? shape : undefined)
  return to.emit(node, dense({ units, bias: bias !== undefined }), [x], {
    weights: {
      kernel: async () => inputsFirst(await kernel.tensor.read(), [inputs, units], transposed, order),
      ...(bias && { bias: () => bias.tensor.read() }),
    },
    from: { kernel, ...(bias && { bias }) },
  })
}

function given(node: FlatNode, to: Translator, place: number): Constant {
  const constant = to.constant(node, place)
  if (!constant) throw new NoRule('its weights are computed by the network itself')
  return constant
}

function optional(node: FlatNode, to: Translator, place: number): Constant | undefined {
  const name = node.inputs[place]
  return name === undefined || name === '' ? undefined : given(node, to, place)
}
