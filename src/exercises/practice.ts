import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import { conv } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { avgPool, maxPool } from '../nn/ops/pooling'
import type { MapShape } from '../nn/shape'
import { block, branch, path, repeat, seq, type Spec } from '../nn/spec'
import { count } from '../ui/format'
import type { Mistake } from './judge'
import { pick, stream } from './random'

/** A question with its answer, counted from a network that was made for it. */
export interface Exercise {
  readonly ask: string
  readonly answer: number
  readonly unit: string
  readonly mistakes: readonly Mistake[]
  /** The arithmetic, line by line. */
  readonly worked: readonly string[]
}

type Make = (random: () => number) => Exercise

/** What an exercise asks for, in the words of a slide's own questions. */
export const practiceKinds = {
  size: ['pixels'],
  parameters: ['parameters', 'weights'],
  MACs: ['MACs'],
  channels: ['channels'],
  field: ['pixels'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type PracticeKind = keyof typeof practiceKinds

interface Practice {
  readonly kind: PracticeKind
  readonly make: Make
}

/** What can be practiced, by the name that lessons use. */
export const practices = {
  'output-size': { kind: 'size', make: outputSize },
  'conv-params': { kind: 'parameters', make: convParams },
  'pointwise-params': { kind: 'parameters', make: pointwiseParams },
  'block-params': { kind: 'parameters', make: blockParams },
  'conv-macs': { kind: 'MACs', make: convMacs },
  'stage-macs': { kind: 'MACs', make: stageMacs },
  'concat-channels': { kind: 'channels', make: concatChannels },
  'dense-channels': { kind: 'channels', make: denseChannels },
  'dense-reads': { kind: 'channels', make: denseReads },
  'receptive-field': { kind: 'field', make: receptiveField },
  'grouped-params': { kind: 'parameters', make: groupedParams },
  'bottleneck-params': { kind: 'parameters', make: bottleneckParams },
  'head-params': { kind: 'parameters', make: headParams },
} as const satisfies Readonly<Record<string, Practice>>

export type PracticeName = keyof typeof practices

/** The n-th variant of an exercise: the same numbers for everybody, and no end of them. */
export function exercise(name: PracticeName, variant: number): Exercise {
  return practices[name].make(stream(`${name} ${variant}`))
}

function network(input: MapShape, ...body: readonly Spec[]): Graph {
  return build({ id: 'exercise', title: 'Exercise', input, body: seq(...body) })
}

/** Mistakes that give something else than the answer, the first of each value. */
function distinct(answer: number, mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter(
    ({ value }, i) => value !== answer && mistakes.findIndex((other) => other.value === value) === i,
  )
}

function outputSize(random: () => number): Exercise {
  const kernel = pick([3, 5, 7, 11], random)
  const stride = pick([1, 2, 4], random)
  const pad = pick([0, 1, (kernel - 1) / 2], random)
  const size = pick([28, 32, 56, 112, 224, 227], random)
  const graph = network([size, size, 3], conv({ filters: 1, kernel, stride, pad }))
  const answer = graph.node(graph.outputs[0]).shape[0]
  const exact = (size + 2 * pad - kernel) / stride + 1
  return {
    ask: `A ${kernel}×${kernel} convolution with stride ${stride} and padding ${pad} reads a map ${size} pixels wide. How wide is its output?`,
    answer,
    unit: 'pixels',
    mistakes: distinct(answer, [
      {
        value: Math.ceil(exact),
        say: `That is (n + 2p − k)/s + 1 = ${exact} rounded up; a convolution rounds down.`,
      },
      { value: answer - 1, say: 'The + 1 is missing: the kernel’s first position counts, too.' },
      {
        value: Math.floor((size + pad - kernel) / stride) + 1,
        say: 'The padding was counted once, but it is on both sides.',
      },
      { value: Math.floor((size - kernel) / stride) + 1, say: 'The padding was left out.' },
    ]),
    worked: [`⌊(${size} + 2·${pad} − ${kernel})/${stride}⌋ + 1 = ${answer}`],
  }
}

function convParams(random: () => number): Exercise {
  const [from, to] = [pick([3, 16, 32, 64, 96, 128], random), pick([24, 48, 80, 160, 192, 256], random)]
  const kernel = pick([1, 3, 5, 7], random)
  const graph = network([16, 16, from], conv({ filters: to, kernel, pad: 'same', bias: true }))
  const answer = graph.totals.trainable
  const weights = kernel * kernel * from * to
  return {
    ask: `A ${kernel}×${kernel} convolution turns ${from} channels into ${to}, with biases. How many parameters does it have?`,
    answer,
    unit: 'parameters',
    mistakes: distinct(answer, [
      { value: weights, say: `The biases are missing: one per filter, ${to} in all.` },
      {
        value: weights + from,
        say: `There is one bias per output channel, ${to} in all, not per input channel.`,
      },
      { value: kernel * from * to + to, say: 'The kernel has height and width: k·k, not k.' },
      { value: kernel * kernel * to + to, say: `Each filter reads all ${from} input channels.` },
    ]),
    worked: [`${kernel}·${kernel}·${from}·${to} + ${to} = ${count(weights)} + ${to} = ${count(answer)}`],
  }
}

function convMacs(random: () => number): Exercise {
  const size = pick([7, 14, 28, 56], random)
  const [from, to] = [pick([16, 32, 64, 128], random), pick([24, 48, 96, 192], random)]
  const kernel = pick([1, 3, 5], random)
  const stride = pick([1, 2], random)
  const graph = network([size, size, from], conv({ filters: to, kernel, stride, pad: 'same' }))
  const out = graph.node(graph.outputs[0]).shape[0]
  const answer = graph.totals.macs
  const weights = kernel * kernel * from * to
  return {
    ask: `A ${kernel}×${kernel} convolution with stride ${stride} turns ${size}×${size}×${from} into ${out}×${out}×${to}. How many multiply-accumulates?`,
    answer,
    unit: 'MACs',
    mistakes: distinct(answer, [
      { value: weights, say: `That is the number of weights; each is used at ${out}·${out} positions.` },
      {
        value: weights * size * size,
        say: 'A filter is applied once per position of the output, not of the input.',
      },
      {
        value: answer * 2,
        say: 'Those are FLOPs, which count multiplications and additions separately. One MAC is both.',
      },
    ]),
    worked: [`weights × positions = ${count(weights)} · ${out}·${out} = ${count(answer)}`],
  }
}

function pointwiseParams(random: () => number): Exercise {
  const [from, to] = [pick([64, 96, 192, 256, 480, 512], random), pick([16, 24, 32, 64, 128], random)]
  const size = pick([7, 14, 28], random)
  const graph = network([size, size, from], conv({ filters: to, kernel: 1 }))
  const answer = graph.totals.trainable
  return {
    ask: `A 1×1 convolution reduces ${size}×${size}×${from} to ${to} channels, without biases. How many weights does it have?`,
    answer,
    unit: 'weights',
    mistakes: distinct(answer, [
      { value: to, say: 'Each filter has one weight per input channel, not one in all.' },
      { value: 9 * answer, say: 'That is a 3×3; a 1×1 has one weight per pair of channels.' },
      { value: answer * size * size, say: 'Those are the MACs: the same weights are used at every pixel.' },
    ]),
    worked: [`1·1·${from}·${to} = ${count(answer)}`],
  }
}

function blockParams(random: () => number): Exercise {
  const width = pick([16, 32, 48, 64, 96, 128, 192, 256, 512], random)
  const isPlain = random() < 0.5
  const graph = network(
    [14, 14, width],
    conv({ filters: width, kernel: 3, pad: 1 }),
    conv({ filters: width, kernel: 3, pad: 1 }),
  )
  const answer = graph.totals.trainable
  return {
    ask: `A ${isPlain ? 'plain block' : 'residual block with an identity shortcut'} has two 3×3 convolutions on ${width} channels. How many weights do they have, without γ and β?`,
    answer,
    unit: 'weights',
    mistakes: distinct(answer, [
      { value: answer / 2, say: 'That is one of the two convolutions.' },
      { value: 18 * width, say: `Each filter reads all ${width} channels.` },
      { value: answer + width * width, say: 'An identity shortcut has no weights.' },
    ]),
    worked: [`2·3·3·${width}·${width} = ${count(answer)}`],
  }
}

function stageMacs(random: () => number): Exercise {
  const [size, width] = [pick([56, 28, 112, 32], random), pick([16, 32, 48, 64, 96, 128], random)]
  const graph = network([size / 2, size / 2, 2 * width], conv({ filters: 2 * width, kernel: 3, pad: 1 }))
  const answer = graph.totals.macs
  return {
    ask: `A stage works on ${size}×${size}×${width} with 3×3 convolutions. The next one halves the sides and doubles the channels. How many multiply-accumulates does a 3×3 take there, with as many channels in as out?`,
    answer,
    unit: 'MACs',
    mistakes: distinct(answer, [
      { value: 2 * answer, say: 'A quarter of the positions, not half: both sides are halved.' },
      {
        value: answer / 2,
        say: 'Twice the filters, and each reads twice the channels: four times the weights.',
      },
      { value: answer / 4, say: 'That has the channels of the stage before.' },
    ]),
    worked: [`3·3·${2 * width}·${2 * width} · ${size / 2}·${size / 2} = ${count(answer)}`],
  }
}

function concatChannels(random: () => number): Exercise {
  const widths = [pick([32, 64, 96], random), pick([64, 128, 192], random), pick([16, 24, 48], random)]
  const input = pick([96, 128, 192, 256], random)
  const pool = random() < 0.5
  const projected = pick([16, 32, 64], random)
  const kernels = [1, 3, 5]
  const graph = network(
    [14, 14, input],
    block(
      'module',
      branch(
        'concat',
        ...widths.map((filters, i) => path(`p${i + 1}`, conv({ filters, kernel: kernels[i], pad: 'same' }))),
        path(
          'p4',
          maxPool({ kernel: 3, pad: 1 }),
          ...(pool ? [conv({ filters: projected, kernel: 1 })] : []),
        ),
      ),
    ),
  )
  const answer = graph.node(graph.outputs[0]).shape[2]!
  const sum = widths.reduce((a, b) => a + b, 0)
  const last = pool ? projected : input
  return {
    ask: `An inception block reads ${input} channels. Its paths end in ${widths.join(', ')} filters and a max pooling ${pool ? `followed by a 1×1 with ${projected} filters` : 'without a 1×1 after it'}. How many channels leave?`,
    answer,
    unit: 'channels',
    mistakes: distinct(answer, [
      { value: sum, say: 'The pooling path is missing; its channels are concatenated, too.' },
      { value: sum + projected, say: 'Pooling keeps all its channels; no 1×1 reduces them here.' },
      {
        value: answer + input,
        say: 'The input itself is not concatenated; that is what a dense layer does.',
      },
    ]),
    worked: [`${[...widths, last].join(' + ')} = ${answer}`],
  }
}

function denseChannels(random: () => number): Exercise {
  const [k, layers, from] = [
    pick([12, 16, 24, 32], random),
    pick([4, 5, 6, 8, 12], random),
    pick([16, 24, 64], random),
  ]
  const layer = block('layer', branch('concat', seq(), conv({ filters: k, kernel: 3, pad: 1 })))
  const graph = network(
    [8, 8, from],
    repeat(layers, () => layer),
  )
  const answer = graph.node(graph.outputs[0]).shape[2]!
  return {
    ask: `${from} channels enter a dense block of ${layers} layers with growth rate k = ${k}. How many leave?`,
    answer,
    unit: 'channels',
    mistakes: distinct(answer, [
      { value: k * layers, say: `The ${from} channels that came in are kept, too.` },
      { value: from + k, say: 'Every layer adds k, not only one.' },
      { value: from + k * (layers - 1), say: 'That is what the last layer reads; it adds another k.' },
      { value: from * 2 ** layers, say: 'Each layer adds k channels; nothing doubles.' },
    ]),
    worked: [`${from} + ${layers}·${k} = ${answer}`],
  }
}

function denseReads(random: () => number): Exercise {
  const [k, at, from] = [
    pick([12, 16, 24, 32, 48], random),
    pick([3, 4, 5, 6, 9, 12], random),
    pick([16, 24, 64, 96, 128], random),
  ]
  const layer = block('layer', branch('concat', seq(), conv({ filters: k, kernel: 3, pad: 1 })))
  const graph = network(
    [8, 8, from],
    repeat(at - 1, () => layer),
  )
  const answer = graph.node(graph.outputs[0]).shape[2]!
  return {
    ask: `${from} channels enter a dense block with growth rate k = ${k}. How many does its layer ${at} read?`,
    answer,
    unit: 'channels',
    mistakes: distinct(answer, [
      {
        value: answer + k,
        say: `That is what leaves layer ${at}; it reads what the ${at - 1} before it made.`,
      },
      { value: (at - 1) * k, say: 'What entered the block is read as well.' },
      { value: k, say: 'That is what it makes. It reads everything before it.' },
    ]),
    worked: [`${from} + ${at - 1}·${k} = ${answer}`],
  }
}

function receptiveField(random: () => number): Exercise {
  const kernels = Array.from({ length: pick([2, 3, 4], random) }, () => pick([3, 5, 7], random))
  const strides = kernels.map((_, i) => (i < kernels.length - 1 ? pick([1, 1, 2], random) : 1))
  const graph = network(
    [256, 256, 3],
    ...kernels.map((kernel, i) => conv({ filters: 2, kernel, stride: strides[i], pad: 'same' })),
  )
  const answer = graph.receptiveField[0].size
  const lines: string[] = []
  let [field, jump] = [1, 1]
  kernels.forEach((kernel, i) => {
    lines.push(`${field} + (${kernel} − 1)·${jump} = ${field + (kernel - 1) * jump}`)
    field += (kernel - 1) * jump
    jump *= strides[i]
  })
  const listed = kernels.map(
    (kernel, i) => `${kernel}×${kernel}${strides[i] > 1 ? ` with stride ${strides[i]}` : ''}`,
  )
  return {
    ask: `A stack of convolutions: ${listed.join(', then ')}. How wide is the receptive field of one output?`,
    answer,
    unit: 'pixels',
    mistakes: distinct(answer, [
      {
        value: kernels.reduce((a, b) => a + b, 0),
        say: 'Neighboring windows overlap: a layer adds k − 1 steps to the field, not k.',
      },
      {
        value: 1 + kernels.reduce((a, b) => a + b - 1, 0),
        say: 'After a stride, one step covers several pixels of the image.',
      },
      {
        value: kernels[kernels.length - 1],
        say: 'That is the last kernel alone; each of its inputs sees more than one pixel.',
      },
    ]),
    worked: lines,
  }
}

function groupedParams(random: () => number): Exercise {
  const groups = pick([2, 4, 8, 16, 32], random)
  const channels = groups * pick([4, 8, 16], random)
  const graph = network([14, 14, channels], conv({ filters: channels, kernel: 3, pad: 1, groups }))
  const answer = graph.totals.trainable
  const full = 9 * channels * channels
  return {
    ask: `A 3×3 convolution turns ${channels} channels into ${channels} in ${groups} groups, without biases. How many weights does it have?`,
    answer,
    unit: 'weights',
    mistakes: distinct(answer, [
      {
        value: full,
        say: `That is without groups; with them, each filter reads only ${channels}/${groups} channels.`,
      },
      { value: full / groups ** 2, say: `That is one group; there are ${groups}.` },
    ]),
    worked: [
      `3·3·(${channels}/${groups})·${channels} = ${count(answer)}, ${groups} times fewer than ${count(full)}`,
    ],
  }
}

function bottleneckParams(random: () => number): Exercise {
  const width = pick([16, 24, 32, 48, 64, 96, 128], random)
  const from = pick([2, 4], random) * width
  const graph = network(
    [14, 14, from],
    conv({ filters: width, kernel: 1 }),
    conv({ filters: width, kernel: 3, pad: 1 }),
    conv({ filters: from, kernel: 1 }),
  )
  const answer = graph.totals.trainable
  return {
    ask: `A bottleneck reads ${from} channels: 1×1 to ${width}, 3×3, 1×1 back to ${from}. How many weights does it have, without γ and β?`,
    answer,
    unit: 'weights',
    mistakes: distinct(answer, [
      {
        value: 9 * from * from,
        say: `That is one 3×3 on all ${from} channels, which the bottleneck avoids.`,
      },
      {
        value: 9 * width * width + from * width,
        say: 'There are two 1×1 convolutions, one before the 3×3 and one after it.',
      },
      { value: 9 * width * width, say: 'The two 1×1 convolutions have weights, too.' },
    ]),
    worked: [`${from}·${width} + 9·${width}·${width} + ${width}·${from} = ${count(answer)}`],
  }
}

function headParams(random: () => number): Exercise {
  const [channels, classes] = [pick([64, 512, 1024, 2048], random), pick([4, 10, 100, 1000], random)]
  const size = pick([7, 8], random)
  const graph = network([size, size, channels], avgPool({ kernel: size }), dense({ units: classes }))
  const answer = graph.totals.trainable
  return {
    ask: `${size}×${size}×${channels} goes through global average pooling into a classifier with ${classes} classes and biases. How many parameters does the classifier have?`,
    answer,
    unit: 'parameters',
    mistakes: distinct(answer, [
      { value: channels * classes, say: `The ${classes} biases are missing.` },
      {
        value: size * size * channels * classes + classes,
        say: 'That is without the pooling, which leaves one value per channel.',
      },
    ]),
    worked: [`${channels}·${classes} + ${classes} = ${count(answer)}`],
  }
}
