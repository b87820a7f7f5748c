import { dropout, relu, softmax } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { globalAvgPool, maxPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { block, branch, path, seq, stage, type Spec } from '../nn/spec'
import { choice, classes, family, image } from './family'
import { papers } from './papers'
import { convRelu } from './parts'

/** Filters of the 1×1 that squeezes, and of each of the two that expand: table 1 of the paper. */
const modules = [
  [16, 64],
  [16, 64],
  [32, 128],
  [32, 128],
  [48, 192],
  [48, 192],
  [64, 256],
  [64, 256],
] as const

/** After which fire modules (counted from 2, as in the paper) the map is halved. */
const halvings = { '1.0': [4, 8], '1.1': [3, 5] } as const

function fire(name: string, [squeeze, expand]: readonly [number, number]): Spec {
  return block(
    name,
    convRelu({ filters: squeeze, kernel: 1 }),
    branch(
      'concat',
      path('expand1x1', convRelu({ filters: expand, kernel: 1 })),
      path('expand3x3', convRelu({ filters: expand, kernel: 3, pad: 1 })),
    ),
  )
}

const pool = (name: string) => maxPool({ kernel: 3, stride: 2, ceil: true }, name)

export default family({
  id: 'squeezenet',
  title: 'SqueezeNet',
  about:
    'Fire modules: a 1×1 convolution squeezes the channels; a 1×1 and a 3×3 side by side expand them again.',
  paper: papers.squeezenet,
  kind: 'network',
  options: {
    version: choice(
      ['1.0', '1.1'],
      '1.1',
      'As in the paper, or the authors’ later version, which needs 2.4 times fewer multiplications.',
    ),
    input: image(224),
    classes: classes(1000),
  },
  body: (o) => {
    const first =
      o.version === '1.0'
        ? convRelu({ filters: 96, kernel: 7, stride: 2 })
        : convRelu({ filters: 64, kernel: 3, stride: 2 })
    const pooled: readonly number[] = halvings[o.version]
    return seq(
      stage('conv1', first),
      pool('pool1'),
      ...modules.flatMap((widths, i) => [
        fire(`fire${i + 2}`, widths),
        ...(pooled.includes(i + 2) ? [pool(`pool${i + 2}`)] : []),
      ]),
      stage(
        'conv10',
        dropout(),
        conv({ filters: o.classes, kernel: 1, bias: true }),
        relu(),
        globalAvgPool(),
        flatten(),
        softmax(),
      ),
    )
  },
  presets: [
    {
      id: 'squeezenet1-0',
      title: 'SqueezeNet 1.0',
      options: { version: '1.0' },
      reference: {
        params: 1_248_424,
        macs: 818_924_576,
        source: 'torchvision weights metadata; MACs counted with hooks on its model',
      },
    },
    {
      id: 'squeezenet1-1',
      title: 'SqueezeNet 1.1',
      options: { version: '1.1' },
      reference: {
        params: 1_235_496,
        macs: 349_151_936,
        source: 'torchvision weights metadata; MACs counted with hooks on its model',
      },
    },
  ],
})
