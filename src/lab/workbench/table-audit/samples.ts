import { printedTable } from '../../inception/table-one/rows'

/** A table of a paper, quoted: its numbers as they are printed there. */
export interface Sample {
  readonly name: string
  readonly source: string
  readonly text: string
  /** The network that its rows are parts of; a table with a column for each network names them itself. */
  readonly network?: string
}

const basic = (filters: number, times: number) => `[3×3, ${filters}; 3×3, ${filters}] ×${times}`
const bottleneck = (filters: number, times: number) =>
  `[1×1, ${filters}; 3×3, ${filters}; 1×1, ${4 * filters}] ×${times}`
const dense = (times: number) => `[1×1 conv; 3×3 conv] ×${times}`
const row = (...cells: readonly string[]) => cells.join(' | ')

/** Blocks of the stages of the five networks. */
const resnets = [
  [56, 64, [2, 3, 3, 3, 3]],
  [28, 128, [2, 4, 4, 4, 8]],
  [14, 256, [2, 6, 6, 23, 36]],
  [7, 512, [2, 3, 3, 3, 3]],
] as const

/** Layers of the dense blocks of the four networks. */
const densenets = [
  [56, [6, 6, 6, 6]],
  [28, [12, 12, 12, 12]],
  [14, [24, 32, 48, 64]],
  [7, [16, 32, 32, 48]],
] as const

const resnet = [
  row('layer name', 'output size', '18-layer', '34-layer', '50-layer', '101-layer', '152-layer'),
  row('conv1', '112×112', '7×7, 64, stride 2'),
  ...resnets.map(([side, filters, times], i) =>
    row(
      `conv${i + 2}_x`,
      `${side}×${side}`,
      ...times.map((each, at) => (at < 2 ? basic : bottleneck)(filters, each)),
    ),
  ),
  row('fc', '1×1', 'average pool, 1000-d fc, softmax'),
  row('FLOPs', '', '1.8×10^9', '3.6×10^9', '3.8×10^9', '7.6×10^9', '11.3×10^9'),
].join('\n')

const densenet = [
  row('Layers', 'Output Size', 'DenseNet-121', 'DenseNet-169', 'DenseNet-201', 'DenseNet-264'),
  row('Convolution', '112×112', '7×7 conv, stride 2'),
  row('Pooling', '56×56', '3×3 max pool, stride 2'),
  ...densenets.flatMap(([side, times], i) => [
    row(`Dense Block (${i + 1})`, `${side}×${side}`, ...times.map(dense)),
    ...(i < 3
      ? [
          row(`Transition Layer (${i + 1})`, `${side}×${side}`, '1×1 conv'),
          row('', `${side / 2}×${side / 2}`, '2×2 average pool, stride 2'),
        ]
      : []),
  ]),
  row('Classification Layer', '1×1', '7×7 global average pool'),
  row('', '', '1000D fully-connected, softmax'),
].join('\n')

export const samples = {
  googlenet: {
    name: 'GoogLeNet',
    source: 'Szegedy et al. 2014, table 1',
    text: printedTable(),
    network: 'googlenet',
  },
  resnet: { name: 'ResNet', source: 'He et al. 2015b, table 1', text: resnet },
  densenet: { name: 'DenseNet', source: 'Huang et al. 2016, table 1', text: densenet },
} as const satisfies Readonly<Record<string, Sample>>
