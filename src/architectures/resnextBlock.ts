import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { block, branch, path, residual, seq, type Spec } from '../nn/spec'
import { choice, family, image, integer } from './family'
import { papers } from './papers'

interface Config {
  readonly form: 'grouped' | 'concat' | 'split'
  readonly cardinality: number
  readonly 'group-width': number
  readonly filters: number
}

const reduce = (filters: number) => seq(conv({ filters, kernel: 1 }), batchNorm(), relu())
const grow = (filters: number, groups = 1) =>
  seq(conv({ filters, kernel: 3, pad: 1, groups }), batchNorm(), relu())

/** Figure 3 of the paper: three ways to write down the same function. */
function transform(o: Config): Spec {
  const width = o.cardinality * o['group-width']
  const paths = (make: () => readonly Spec[]) =>
    Array.from({ length: o.cardinality }, (_, i) => path(`path${i + 1}`, ...make()))
  switch (o.form) {
    case 'grouped':
      return seq(reduce(width), grow(width, o.cardinality), conv({ filters: o.filters, kernel: 1 }))
    case 'concat':
      return seq(
        branch('concat', ...paths(() => [reduce(o['group-width']), grow(o['group-width'])])),
        conv({ filters: o.filters, kernel: 1 }),
      )
    case 'split':
      return branch(
        'add',
        ...paths(() => [
          reduce(o['group-width']),
          grow(o['group-width']),
          conv({ filters: o.filters, kernel: 1 }),
        ]),
      )
  }
}

const hand =
  'counted by hand: 70,144 weights (256·128 + 9·4·128 + 128·256), γ and β of 128 + 128 + 256 filters'

export default family({
  id: 'resnext-block',
  title: 'ResNeXt block',
  about:
    'Split, transform, merge: many narrow bottlenecks side by side, in three forms that compute the same.',
  paper: papers.resnext,
  kind: 'block',
  options: {
    form: choice(
      ['grouped', 'concat', 'split'],
      'grouped',
      'Figure 3 of the paper: (a) split and add, (b) early concatenation, (c) grouped convolution.',
    ),
    cardinality: integer(32, 1, 64, 'Number of paths, or of groups.'),
    'group-width': integer(4, 1, 256, 'Channels of one path.'),
    filters: integer(256, 1, 4096, 'Channels that leave the block; as many must enter.'),
    input: { ...image(56, 256), about: 'Height, width and channels that enter the block.' },
  },
  body: (o) => block('block', residual(seq(transform(o), batchNorm())), relu()),
  presets: (
    [
      ['split', 'a', 'Every path ends in its own 1×1; the results are added.'],
      ['concat', 'b', 'The paths are concatenated before one shared 1×1.'],
      ['grouped', 'c', 'One grouped convolution computes all paths at once.'],
    ] as const
  ).map(([form, letter, about]) => ({
    id: `resnext-block-${form}`,
    title: `ResNeXt block (${letter}), ${form}`,
    options: { form },
    about,
    reference: { params: 71_168, macs: 219_971_584, source: hand },
  })),
})
