/** Slides that the lecture's order leaves out, because another slide there says the same. */
export const saidTwice: readonly string[] = ['depth-and-field/feature-levels']

/** A slide of a talk: how many minutes it gets, and whether it is left out when time is short. */
export interface Planned {
  readonly slide: string
  readonly minutes: number
  readonly skip?: true
}

const stay = (slide: string, minutes: number): Planned => ({ slide, minutes })
const may = (slide: string, minutes: number): Planned => ({ slide, minutes, skip: true })

/** The lecture in ninety minutes, its break included. */
export const lecture90: readonly Planned[] = [
  stay('lecture90/title', 1),
  stay('lecture90/agenda', 1),
  stay('lecture90/reading', 0.5),
  stay('shapes/to-scale', 1.5),
  stay('shapes/tensor', 2),
  stay('parameters/count-a-layer', 2),
  stay('compute-and-memory/not-compute', 1.5),
  may('imagenet-race/top-five', 1),
  may('imagenet-race/the-race', 1),
  stay('before-googlenet/alexnet', 1.5),
  stay('before-googlenet/vgg', 2),

  stay('lecture90/inception', 0.5),
  may('mixed-kernels/kernel-zoo', 1.5),
  stay('mixed-kernels/four-paths', 2.5),
  stay('one-by-one/pixel-mlp', 1.5),
  stay('one-by-one/bottleneck', 2),
  stay('whole-net/nine-blocks', 2),
  stay('whole-net/gap', 2),
  may('count-it/four-million', 2),
  may('training-it/auxiliary', 1.5),

  stay('lecture90/resnet', 0.5),
  stay('degradation/deeper-better', 2),
  stay('degradation/measured-depth', 1.5),
  may('degradation/overfitting', 1.5),
  stay('degradation/construction', 1.5),
  stay('residual-block/f-minus-x', 2.5),
  stay('residual-block/regular-and-residual', 1.5),
  stay('residual-block/depth-again', 1.5),
  may('residual-block/equal-shapes', 2),
  stay('resnet-18/live-resnet-table', 2),
  may('resnet-18/name-that-depth', 2),
  stay('bottlenecks/bottleneck-block', 2),

  stay('lecture90/break', 5),

  stay('lecture90/resnext', 0.5),
  stay('grouped-convolution/block-diagonal', 2),
  stay('cardinality/three-forms', 2),
  may('cardinality/same-cost', 1.5),

  stay('lecture90/normalization', 0.5),
  stay('what-it-computes/normalize', 2),
  stay('what-it-computes/gamma-beta', 1.5),
  stay('train-and-inference/switch', 1.5),
  may('why-it-helps/rates', 2),

  stay('lecture90/densenet', 0.5),
  stay('concatenate/add-against-concat', 2),
  stay('growth/growth-rate', 2),
  stay('growth/bottleneck', 1.5),
  stay('growth/transition', 1.5),
  stay('densenet-121/count-its-name', 1.5),
  may('compare/guess-then-count', 2),

  stay('lecture90/transfer', 0.5),
  stay('data-hunger/copy-weights', 2),
  stay('freeze-or-fine-tune/freeze-line', 2),
  may('when-it-does-not-help/scratch', 1.5),
  stay('lecture90/summary', 2),
]
