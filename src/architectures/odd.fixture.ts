import type { OpSpec } from '../nn/op'
import { relu, softmax } from '../nn/ops/activation'
import { conv, type ConvAttrs } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { partialConv } from '../nn/ops/lenet'
import { batchNorm, lrn } from '../nn/ops/normalization'
import { adaptiveAvgPool, adaptiveMaxPool, avgPool, globalAvgPool, maxPool } from '../nn/ops/pooling'
import { flatten, subsamplePad } from '../nn/ops/reshape'
import { type Architecture, branch, identity, path, residual, seq, side, type Spec } from '../nn/spec'

const c = (kernel: ConvAttrs['kernel'], more: Partial<ConvAttrs> = {}): OpSpec =>
  conv({ filters: 6, kernel, ...more })

/** Three paths that see 1, 5 and, off the middle, 3 pixels. */
const paths = branch('concat', c(1), c(5, { pad: 2 }), c(3, { pad: [2, 0, 0, 2] }))

/** Networks whose receptive fields a simple recurrence would get wrong: by name, what they hold, and their input. */
const bodies: Readonly<Record<string, readonly [body: Spec, input?: Architecture['input']]>> = {
  'dilated windows': [seq(c(3, { dilation: 2, pad: 2 }), c(3, { dilation: 4, pad: 4 }))],
  'a dilated window with a stride': [seq(c(3, { dilation: 3, stride: 2 }), c(2))],
  'uneven padding': [seq(c(3, { pad: [2, 0, 1, 3] }), c(5, { pad: [0, 1, 4, 2], stride: 2 }))],
  'padding "same" of an even kernel': [seq(c(4, { pad: 'same', stride: 2 }), c(2, { pad: 'same' }))],
  'another stride along each axis': [
    seq(c(3, { stride: [2, 1] }), c([1, 7], { pad: [0, 3, 0, 3] }), c(3, { stride: [1, 3] })),
  ],
  'a window that leaves pixels out': [seq(c(1, { stride: 3 }), c(2, { stride: 3 }))],
  'more padding than kernel': [seq(c(3, { pad: 4 }), c(1, { pad: 2 }), c(3, { stride: 2 }))],
  'pools in ceil mode': [
    seq(
      maxPool({ kernel: 3, stride: 2, ceil: true }),
      avgPool({ kernel: 2, stride: 2, pad: 1, ceil: true }),
      c(3, { pad: 1 }),
    ),
    [20, 23, 3],
  ],
  'six bins over thirteen': [seq(c(3), adaptiveMaxPool({ grid: 6 })), [15, 15, 3]],
  'bins over an uneven map': [
    seq(c(5, { stride: 2, pad: 2 }), adaptiveMaxPool({ grid: 3 }), relu()),
    [25, 20, 3],
  ],
  'means of more bins than rows': [
    seq(c(5, { stride: 3 }), adaptiveAvgPool({ grid: 7 }), c(3, { pad: 1 }), adaptiveAvgPool({ grid: 2 })),
    [14, 21, 3],
  ],
  'padding around uneven bins': [
    seq(adaptiveMaxPool({ grid: 5 }), c(3, { pad: 1 }), c(3, { pad: 1, stride: 2 })),
    [13, 17, 3],
  ],
  'bins of bins': [
    seq(
      adaptiveMaxPool({ grid: 7 }),
      maxPool({ kernel: 2, stride: 2, ceil: true }),
      adaptiveMaxPool({ grid: 3 }),
    ),
    [16, 11, 3],
  ],
  'a pyramid of bins, unrolled': [
    seq(
      c(3),
      branch('concat', ...[1, 2, 3, 4].map((grid) => seq(adaptiveMaxPool({ grid }), flatten()))),
      relu(),
    ),
    [13, 12, 3],
  ],
  'a pyramid before a dense layer': [
    seq(
      branch('concat', ...[1, 3].map((grid) => seq(adaptiveMaxPool({ grid }), flatten()))),
      dense({ units: 4 }),
    ),
    [13, 12, 3],
  ],
  'paths of one concat': [seq(paths, relu())],
  'a depthwise convolution of a concat': [
    seq(paths, conv({ filters: 18, kernel: 3, groups: 18, pad: 1 }), batchNorm()),
  ],
  'groups across the paths of a concat': [
    seq(
      paths,
      conv({ filters: 8, kernel: 3, groups: 2, pad: 1 }),
      conv({ filters: 8, kernel: 1, groups: 4 }),
    ),
  ],
  'neighbouring channels of a concat': [seq(paths, lrn({ size: 5 }))],
  'chosen maps of a concat': [
    seq(
      paths,
      partialConv({
        kernel: 3,
        table: [
          [0, 17],
          [1, 2],
          [7, 13],
          [0, 6, 12],
        ],
      }),
    ),
  ],
  'a concat of a concat': [branch('concat', identity, paths, seq(paths, c(1)))],
  'a dense block': [
    seq(
      c(3),
      branch('concat', identity, c(3, { pad: 1 })),
      branch('concat', identity, c(3, { pad: 1 })),
      branch('concat', identity, c(3, { pad: 1 })),
      maxPool({ kernel: 2, stride: 2 }),
    ),
  ],
  'a concat of one path': [seq(branch('concat', c(3)), relu())],
  'scores at every place of a concat': [seq(paths, softmax())],
  'a dense layer on a map': [seq(c(3, { stride: 2 }), dense({ units: 3 })), [11, 14, 3]],
  'values in one row': [seq(c(3, { stride: 2 }), flatten(), relu()), [11, 14, 3]],
  'values of a concat in one row': [seq(paths, maxPool({ kernel: 3, stride: 3 }), flatten()), [9, 12, 3]],
  'two rows of values added': [
    branch('add', seq(c(1), flatten()), seq(c(3, { pad: 1 }), flatten())),
    [5, 6, 3],
  ],
  'the mean of a map': [seq(c(3), globalAvgPool(), dense({ units: 2 })), [9, 14, 3]],
  'a gate for every channel': [
    seq(
      c(3, { pad: 1 }),
      branch('multiply', identity, seq(globalAvgPool(), conv({ filters: 6, kernel: 1 }))),
      c(3, { stride: 2 }),
    ),
    [12, 9, 3],
  ],
  'a gate for every value': [seq(c(3), branch('multiply', identity, c(5, { pad: 2 })))],
  'an addition off the middle': [
    seq(c(3), residual(c(3, { pad: [2, 0, 0, 2] })), residual(c(3, { pad: [0, 2, 2, 0] }))),
  ],
  'an addition of unlike strides': [
    seq(residual(c(3, { stride: 2, pad: 1 }), c(4)), c(3, { pad: 1 })),
    [7, 7, 3],
  ],
  'an addition of bins and a window': [
    seq(residual(seq(adaptiveMaxPool({ grid: 4 }), c(1)), c(3, { stride: 3 })), c(2)),
    [12, 12, 3],
  ],
  'a shortcut with added zeros': [
    seq(
      c(3),
      residual(seq(c(3, { pad: 1, stride: 2, filters: 9 })), subsamplePad({ stride: 2, filters: 9 })),
      subsamplePad({ stride: 1, filters: 12 }),
    ),
  ],
  'a path to the side': [
    seq(
      c(3),
      side(seq(path('aux', avgPool({ kernel: 5, stride: 3 }), flatten(), dense({ units: 2 })))),
      c(3, { dilation: 2 }),
    ),
  ],
}

/** The odd networks, on 18×21 pixels unless another input is said. */
export const odd: readonly Architecture[] = Object.entries(bodies).map(([id, [body, input]]) => ({
  id,
  title: id,
  input: input ?? [18, 21, 3],
  body,
}))
