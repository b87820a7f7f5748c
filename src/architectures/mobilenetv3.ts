import { dropout, relu } from '../nn/ops/activation'
import { dense } from '../nn/ops/dense'
import { hardSigmoid, hardSwish } from '../nn/ops/gates'
import { globalAvgPool } from '../nn/ops/pooling'
import { seq, stage, type Spec } from '../nn/spec'
import { choice, classes, family, image } from './family'
import { inEights, inverted, unit } from './inverted'
import { papers } from './papers'
import { classifier, channelGate, withEpsilon } from './parts'

type Row = readonly [
  kernel: number,
  wide: number,
  to: number,
  isGated: boolean,
  activation: 'RE' | 'HS',
  stride: number,
]

/** The blocks, row by row: tables 1 and 2 of the paper. */
const tables: Readonly<Record<'large' | 'small', readonly Row[]>> = {
  large: [
    [3, 16, 16, false, 'RE', 1],
    [3, 64, 24, false, 'RE', 2],
    [3, 72, 24, false, 'RE', 1],
    [5, 72, 40, true, 'RE', 2],
    [5, 120, 40, true, 'RE', 1],
    [5, 120, 40, true, 'RE', 1],
    [3, 240, 80, false, 'HS', 2],
    [3, 200, 80, false, 'HS', 1],
    [3, 184, 80, false, 'HS', 1],
    [3, 184, 80, false, 'HS', 1],
    [3, 480, 112, true, 'HS', 1],
    [3, 672, 112, true, 'HS', 1],
    [5, 672, 160, true, 'HS', 2],
    [5, 960, 160, true, 'HS', 1],
    [5, 960, 160, true, 'HS', 1],
  ],
  small: [
    [3, 16, 16, true, 'RE', 2],
    [3, 72, 24, false, 'RE', 2],
    [3, 88, 24, false, 'RE', 1],
    [5, 96, 40, true, 'HS', 2],
    [5, 240, 40, true, 'HS', 1],
    [5, 240, 40, true, 'HS', 1],
    [5, 120, 48, true, 'HS', 1],
    [5, 144, 48, true, 'HS', 1],
    [5, 288, 96, true, 'HS', 2],
    [5, 576, 96, true, 'HS', 1],
    [5, 576, 96, true, 'HS', 1],
  ],
}

/** Units of the layer before the classifier. */
const hidden = { large: 1280, small: 1024 } as const

/** A gate with a fourth of the channels, closed by a hard sigmoid (section 5.3). */
const gate = (wide: number): Spec =>
  channelGate({ channels: wide, squeezed: inEights(wide / 4), activation: relu, gate: hardSigmoid })

const of = (channels: number, width: number) => inEights(channels * width)

/** Rows that belong together: each but the first begins where the map is halved. */
function stagesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const stages: Row[][] = []
  for (const row of rows)
    if (row[5] === 2 || stages.length === 0) stages.push([row])
    else stages.at(-1)!.push(row)
  return stages
}

export default family({
  id: 'mobilenetv3',
  title: 'MobileNetV3',
  about:
    'MobileNetV2’s blocks with gates on some of them and cheaper activations, in an order that a search found.',
  paper: papers.mobilenetv3,
  kind: 'network',
  options: {
    version: choice(['large', 'small'], 'large', 'The two networks of the paper.'),
    width: { kind: 'number', default: 1, min: 0.1, max: 2, about: 'Multiplies the channels of every layer.' },
    input: image(224),
    classes: classes(1000),
  },
  body: (o) => {
    let from = of(16, o.width)
    const stem = stage('conv1', unit({ filters: from, kernel: 3, stride: 2, pad: 1 }, hardSwish()))
    const stages = stagesOf(tables[o.version]).map((rows, s) =>
      stage(
        `stage${s + 1}`,
        ...rows.map(([kernel, wide, to, isGated, activation, stride]) => {
          const shape = { from, wide: of(wide, o.width), to: of(to, o.width) }
          from = shape.to
          return inverted('bneck', {
            ...shape,
            kernel,
            stride,
            activation: activation === 'RE' ? relu : hardSwish,
            ...(isGated && { gate: gate(shape.wide) }),
          })
        }),
      ),
    )
    return withEpsilon(
      1e-3,
      seq(
        stem,
        ...stages,
        stage('conv2', unit({ filters: 6 * from, kernel: 1 }, hardSwish())),
        globalAvgPool({}, 'avgpool'),
        stage(
          'fc',
          dense({ units: of(hidden[o.version], o.width) }),
          hardSwish(),
          dropout({ rate: 0.2 }),
          classifier(o.classes),
        ),
      ),
    )
  },
  presets: [
    {
      id: 'mobilenet-v3-large',
      title: 'MobileNetV3-Large',
      options: { version: 'large' },
      reference: {
        params: 5_483_032,
        macs: 216_589_760,
        source: 'torchvision weights metadata; MACs counted with hooks on its model',
      },
    },
    {
      id: 'mobilenet-v3-small',
      title: 'MobileNetV3-Small',
      options: { version: 'small' },
      reference: {
        params: 2_542_856,
        macs: 56_510_400,
        source: 'torchvision weights metadata; MACs counted with hooks on its model',
      },
    },
  ],
})
