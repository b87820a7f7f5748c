import { conv } from '../../nn/ops/conv'
import { maxPool } from '../../nn/ops/pooling'
import { block, branch, path, repeat, seq } from '../../nn/spec'
import { pick } from '../random'
import { distinct, type Exercise, network } from './exercise'

export function outputSize(random: () => number): Exercise {
  const kernel = pick([3, 5, 7, 11], random)
  const stride = pick([1, 2, 4], random)
  const pad = pick([0, 1, (kernel - 1) / 2], random)
  const size = pick([28, 32, 56, 112, 224, 227], random)
  const graph = network([size, size, 3], conv({ filters: 1, kernel, stride, pad }))
  const answer = graph.node(graph.outputs[0]).shape[0]
  const exact = (size + 2 * pad - kernel) / stride + 1
  return {
    ask: `A convolution with a kernel of ${kernel}×${kernel}, stride ${stride} and padding ${pad} reads a map ${size} pixels wide. How wide is its output?`,
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
        say: 'The padding was counted once, but it is added on both sides.',
      },
      { value: Math.floor((size - kernel) / stride) + 1, say: 'The padding was left out.' },
    ]),
    worked: [`⌊(${size} + 2·${pad} − ${kernel})/${stride}⌋ + 1 = ${answer}`],
  }
}

export function concatChannels(random: () => number): Exercise {
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
    ask: `An inception block reads ${input} channels. Three of its paths end in ${widths.join(', ')} filters, and the fourth is a max pooling ${pool ? `followed by a 1×1 with ${projected} filters` : 'without a 1×1 after it'}. How many channels does the block output?`,
    answer,
    unit: 'channels',
    mistakes: distinct(answer, [
      { value: sum, say: 'The pooling path is missing; its channels are concatenated, too.' },
      { value: sum + projected, say: 'Pooling keeps all its channels; no 1×1 reduces them here.' },
      {
        value: answer + input,
        say: 'The input itself is not concatenated; DenseNet, later in the course, does that.',
      },
    ]),
    worked: [`${[...widths, last].join(' + ')} = ${answer}`],
  }
}

export function denseChannels(random: () => number): Exercise {
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
    ask: `${from} channels enter a dense block of ${layers} layers with growth rate k = ${k}. How many channels does the block output?`,
    answer,
    unit: 'channels',
    mistakes: distinct(answer, [
      { value: k * layers, say: `The ${from} channels that enter are kept, too.` },
      { value: from + k, say: 'Every layer adds k channels, not just one layer.' },
      { value: from + k * (layers - 1), say: 'That is what the last layer reads; it adds another k.' },
      { value: from * 2 ** layers, say: 'Each layer adds k channels; nothing doubles.' },
    ]),
    worked: [`${from} + ${layers}·${k} = ${answer}`],
  }
}

export function denseReads(random: () => number): Exercise {
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
    ask: `${from} channels enter a dense block with growth rate k = ${k}. How many channels does its layer ${at} read?`,
    answer,
    unit: 'channels',
    mistakes: distinct(answer, [
      {
        value: answer + k,
        say: `That includes the output of layer ${at} itself; the layer reads only the input and what the ${at - 1} layers before it added.`,
      },
      { value: (at - 1) * k, say: 'The channels that enter the block are read as well.' },
      { value: k, say: 'That is what the layer adds. It reads everything before it.' },
    ]),
    worked: [`${from} + ${at - 1}·${k} = ${answer}`],
  }
}

export function receptiveField(random: () => number): Exercise {
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
