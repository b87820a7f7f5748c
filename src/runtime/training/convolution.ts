import {
  conv2d,
  customGrad,
  reverse,
  slice,
  type Tensor,
  tidy,
  transpose,
  Variable,
} from '@tensorflow/tfjs-core'
import type { Tensor4D } from '@tensorflow/tfjs-core'
import { explicitPad } from '../../nn/ops/sliding'
import { pair, type Slide } from '../../nn/window'
import { hasOwn, own } from '../simd/register'
import { spread } from './spread'

/** Zeros before and after along height and width; a negative number takes rows or columns away. */
type Frame = readonly [vertical: readonly [number, number], horizontal: readonly [number, number]]

/**
 * A convolution (batch, height, width and channels; no groups, no dilation) whose gradients are convolutions
 * themselves. tfjs asks for a kernel of its own for the gradient of the filters, which its WASM backend has not; and
 * the one for the gradient of the input is a plain loop there.
 * @param x [batch, height, width, channels]
 * @param kernel [height, width, channels, filters]; one that does not learn gets no gradient, which takes half as long
 * @param isGiven x is the batch itself, by which nobody asks for a gradient
 */
export function convolution(x: Tensor, kernel: Tensor, slide: Slide, isGiven = false): Tensor {
  const [, vertical, horizontal] = explicitPad(x, slide)
  const frame: Frame = [vertical, horizontal]
  const strides = pair(slide.stride ?? 1)
  if (kernel instanceof Variable && !kernel.trainable) {
    const weights = kernel as Tensor as Tensor4D
    const through = customGrad((input) => ({
      value: convolved(input as Tensor4D, weights, frame, strides),
      gradFunc: (dy: Tensor) => byInput(dy as Tensor4D, weights, x.shape, frame, strides),
    }))
    return through(x)
  }
  if (isGiven) {
    const run = customGrad((filters, save) => {
      ;(save as (tensors: Tensor[]) => void)([x])
      return {
        value: convolved(x as Tensor4D, filters as Tensor4D, frame, strides),
        gradFunc: (dy: Tensor, [images]: Tensor[]) =>
          byKernel(dy as Tensor4D, images as Tensor4D, kernel.shape, frame, strides),
      }
    })
    return run(kernel)
  }
  const run = customGrad((given, filters, save) => {
    const [input, weights] = [given as Tensor4D, filters as Tensor4D]
    ;(save as (tensors: Tensor[]) => void)([input, weights])
    return {
      value: convolved(input, weights, frame, strides),
      gradFunc: (dy: Tensor, saved: Tensor[]) => [
        byInput(dy as Tensor4D, saved[1] as Tensor4D, saved[0].shape, frame, strides),
        byKernel(dy as Tensor4D, saved[0] as Tensor4D, saved[1].shape, frame, strides),
      ],
    }
  })
  return run(x, kernel)
}

/** How a window moves, in one object of numbers. */
const moves = ([[top], [left]]: Frame, [down, across]: readonly [number, number]) => ({
  ...{ down, across, top, left },
})

type Strides = readonly [number, number]

function byInput(
  dy: Tensor4D,
  kernel: Tensor4D,
  shape: readonly number[],
  frame: Frame,
  strides: Strides,
): Tensor {
  if (!hasOwn('OwnInputGradient')) return gradientOfInput(dy, kernel, shape, frame, strides)
  const [, height, width] = shape
  return own('OwnInputGradient', { dy, kernel }, { height, width, ...moves(frame, strides) })
}

function byKernel(
  dy: Tensor4D,
  x: Tensor4D,
  shape: readonly number[],
  frame: Frame,
  strides: Strides,
): Tensor {
  if (!hasOwn('OwnKernelGradient')) return gradientOfKernel(dy, x, shape, frame, strides)
  const [kernelHeight, kernelWidth] = shape
  return own('OwnKernelGradient', { x, dy }, { kernelHeight, kernelWidth, ...moves(frame, strides) })
}

/**
 * ∂loss/∂kernel: the input slid under the gradient of the output. Batch and channels change places, so that the sum
 * over images is the sum over "channels"; a stride of the forward pass is a dilation here.
 */
function gradientOfKernel(
  dy: Tensor4D,
  x: Tensor4D,
  [height, width]: readonly number[],
  [[top], [left]]: Frame,
  strides: readonly [number, number],
): Tensor4D {
  return tidy(() => {
    const [, rows, columns] = dy.shape
    const below = height + (rows - 1) * strides[0] - x.shape[1] - top
    const beside = width + (columns - 1) * strides[1] - x.shape[2] - left
    const images = transpose(x, [3, 1, 2, 0]) as Tensor4D
    const filters = transpose(dy, [1, 2, 0, 3]) as Tensor4D
    const sums = convolved(
      images,
      filters,
      [
        [top, below],
        [left, beside],
      ],
      [1, 1],
      strides,
    )
    return transpose(sums, [1, 2, 0, 3])
  })
}

/** ∂loss/∂x: the gradient of the output, spread out by the stride, under the kernel turned by 180°. */
function gradientOfInput(
  dy: Tensor4D,
  kernel: Tensor4D,
  [, rows, columns]: readonly number[],
  [[top], [left]]: Frame,
  [down, across]: readonly [number, number],
): Tensor4D {
  return tidy(() => {
    const [height, width] = kernel.shape
    const [, h, w] = dy.shape
    const turned = transpose(reverse(kernel, [0, 1]), [0, 1, 3, 2])
    const frame: Frame = [
      [height - 1 - top, rows - h * down + top],
      [width - 1 - left, columns - w * across + left],
    ]
    return convolved(spread(dy, [down, across]), turned, frame, [1, 1])
  })
}

function convolved(
  x: Tensor4D,
  kernel: Tensor4D,
  [[top, bottom], [left, right]]: Frame,
  strides: readonly [number, number],
  dilations: readonly [number, number] = [1, 1],
): Tensor4D {
  const cut = [top, bottom, left, right].some((size) => size < 0)
  const [n, h, w, c] = x.shape
  const over = (size: number) => Math.max(0, -size)
  const input = cut
    ? slice(
        x,
        [0, over(top), over(left), 0],
        [n, h - over(top) - over(bottom), w - over(left) - over(right), c],
      )
    : x
  const frame = [
    [0, 0],
    [Math.max(0, top), Math.max(0, bottom)],
    [Math.max(0, left), Math.max(0, right)],
    [0, 0],
  ] as Parameters<typeof conv2d>[3]
  return conv2d(input, kernel, [...strides], frame, 'NHWC', [...dilations])
}
