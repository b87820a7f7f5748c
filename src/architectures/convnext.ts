import { conv } from '../nn/ops/conv'
import { gelu } from '../nn/ops/gates'
import { layerNorm, layerScale } from '../nn/ops/layerNorm'
import { globalAvgPool } from '../nn/ops/pooling'
import { block, repeat, residual, seq, stage } from '../nn/spec'
import { classes, family, image, integer } from './family'
import { papers } from './papers'
import { classifier } from './parts'

export default family({
  id: 'convnext',
  title: 'ConvNeXt',
  about: 'A ResNet changed step by step toward a transformer: depthwise 7×7, layer normalization, GELU.',
  paper: papers.convnext,
  kind: 'network',
  options: {
    blocks: {
      kind: 'list',
      default: [3, 3, 9, 3],
      min: 1,
      max: 64,
      length: [1, 6],
      about: 'Blocks in each stage; a stage has half the side of the one before and twice its channels.',
    },
    width: integer(96, 1, 512, 'Channels of the first stage.'),
    input: image(224),
    classes: classes(1000),
  },
  body: ({ blocks, width, classes }) =>
    seq(
      stage('stem', conv({ filters: width, kernel: 4, stride: 4, bias: true }), layerNorm()),
      ...blocks.map((count, s) => {
        const filters = width * 2 ** s
        const step = s > 0 ? [layerNorm(), conv({ filters, kernel: 2, stride: 2, bias: true })] : []
        return stage(
          `stage${s + 1}`,
          ...step,
          repeat(count, () =>
            block(
              'block',
              residual(
                seq(
                  conv({ filters, kernel: 7, pad: 3, groups: filters, bias: true }),
                  layerNorm(),
                  conv({ filters: 4 * filters, kernel: 1, bias: true }),
                  gelu(),
                  conv({ filters, kernel: 1, bias: true }),
                  layerScale(),
                ),
              ),
            ),
          ),
        )
      }),
      globalAvgPool({}, 'avgpool'),
      stage('fc', layerNorm(), classifier(classes)),
    ),
  presets: [
    {
      id: 'convnext-tiny',
      title: 'ConvNeXt-T',
      options: {},
      reference: {
        params: 28_589_128,
        macs: 4_455_531_264,
        source: 'torchvision weights metadata; MACs counted with hooks on its model',
      },
    },
  ],
})
