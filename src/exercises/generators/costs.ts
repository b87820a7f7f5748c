import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { avgPool } from '../../nn/ops/pooling'
import { count } from '../../ui/format'
import { pick } from '../random'
import { distinct, type Exercise, network } from './exercise'

export function convParams(random: () => number): Exercise {
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
      { value: kernel * from * to + to, say: 'The kernel has both height and width: k·k, not k.' },
      { value: kernel * kernel * to + to, say: `Each filter reads all ${from} input channels.` },
    ]),
    worked: [`${kernel}·${kernel}·${from}·${to} + ${to} = ${count(weights)} + ${to} = ${count(answer)}`],
  }
}

export function convMacs(random: () => number): Exercise {
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

export function pointwiseParams(random: () => number): Exercise {
  const [from, to] = [pick([64, 96, 192, 256, 480, 512], random), pick([16, 24, 32, 64, 128], random)]
  const size = pick([7, 14, 28], random)
  const graph = network([size, size, from], conv({ filters: to, kernel: 1 }))
  const answer = graph.totals.trainable
  return {
    ask: `A 1×1 convolution reduces ${size}×${size}×${from} to ${to} channels, without biases. How many weights does it have?`,
    answer,
    unit: 'weights',
    mistakes: distinct(answer, [
      { value: to, say: 'Each filter has one weight per input channel, not just one.' },
      { value: 9 * answer, say: 'That is the count for a 3×3; a 1×1 has one weight per pair of channels.' },
      { value: answer * size * size, say: 'Those are the MACs: the same weights are used at every pixel.' },
    ]),
    worked: [`1·1·${from}·${to} = ${count(answer)}`],
  }
}

export function blockParams(random: () => number): Exercise {
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
      { value: answer / 2, say: 'That is only one of the two convolutions.' },
      { value: 18 * width, say: `Each filter reads all ${width} channels.` },
      { value: answer + width * width, say: 'An identity shortcut has no weights.' },
    ]),
    worked: [`2·3·3·${width}·${width} = ${count(answer)}`],
  }
}

export function stageMacs(random: () => number): Exercise {
  const [size, width] = [pick([56, 28, 112, 32], random), pick([16, 32, 48, 64, 96, 128], random)]
  const graph = network([size / 2, size / 2, 2 * width], conv({ filters: 2 * width, kernel: 3, pad: 1 }))
  const answer = graph.totals.macs
  return {
    ask: `A stage works on ${size}×${size}×${width} with 3×3 convolutions. The next stage halves height and width and doubles the channels. How many multiply-accumulates does a 3×3 take there, with as many channels in as out?`,
    answer,
    unit: 'MACs',
    mistakes: distinct(answer, [
      { value: 2 * answer, say: 'A quarter of the positions, not half: both sides are halved.' },
      {
        value: answer / 2,
        say: 'There are twice as many filters, and each reads twice as many channels: four times the weights.',
      },
      { value: answer / 4, say: 'That is with the channels of the previous stage.' },
    ]),
    worked: [`3·3·${2 * width}·${2 * width} · ${size / 2}·${size / 2} = ${count(answer)}`],
  }
}

export function groupedParams(random: () => number): Exercise {
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
        say: `That is the count without groups; with them, each filter reads only ${channels}/${groups} channels.`,
      },
      { value: full / groups ** 2, say: `That is only one group; there are ${groups}.` },
    ]),
    worked: [
      `3·3·(${channels}/${groups})·${channels} = ${count(answer)}; in one group ${count(full)}, ${groups} times as many`,
    ],
  }
}

export function bottleneckParams(random: () => number): Exercise {
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
    ask: `A bottleneck block reads ${from} channels: 1×1 to ${width}, 3×3, 1×1 back to ${from}. How many weights does it have, without γ and β?`,
    answer,
    unit: 'weights',
    mistakes: distinct(answer, [
      {
        value: 9 * from * from,
        say: `That is a single 3×3 on all ${from} channels, which the bottleneck avoids.`,
      },
      {
        value: 9 * width * width + from * width,
        say: 'There are two 1×1 convolutions, one before the 3×3 and one after it.',
      },
      { value: 9 * width * width, say: 'The two 1×1 convolutions have weights, too.' },
      { value: 2 * from * width, say: 'The 3×3 between the two 1×1 convolutions has weights, too.' },
      { value: from * from, say: `No layer here has ${from} channels on both sides.` },
    ]),
    worked: [`${from}·${width} + 9·${width}·${width} + ${width}·${from} = ${count(answer)}`],
  }
}

export function headParams(random: () => number): Exercise {
  const [channels, classes] = [pick([64, 512, 1024, 2048], random), pick([4, 10, 100, 1000], random)]
  const size = pick([7, 8], random)
  const graph = network([size, size, channels], avgPool({ kernel: size }), dense({ units: classes }))
  const answer = graph.totals.trainable
  return {
    ask: `A feature map of ${size}×${size}×${channels} goes through global average pooling into a classifier with ${classes} classes and biases. How many parameters does the classifier have?`,
    answer,
    unit: 'parameters',
    mistakes: distinct(answer, [
      { value: channels * classes, say: `The ${classes} biases are missing.` },
      {
        value: size * size * channels * classes + classes,
        say: 'That is the count without the pooling, which leaves one value per channel.',
      },
    ]),
    worked: [`${channels}·${classes} + ${classes} = ${count(answer)}`],
  }
}
