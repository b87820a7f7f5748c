/**
 * What a slide or a lesson takes for granted: slides, or whole lessons, by name. No order shows it before them. Within a
 * lesson nothing needs to be listed: its slides follow each other unless the lecture has them elsewhere.
 */
export const needs: Readonly<Record<string, readonly string[]>> = {
  'before-googlenet/dropout': ['before-googlenet/alexnet'],
  'before-googlenet/sppnet': ['before-googlenet/alexnet'],
  'imagenet-race/the-race': ['imagenet-race/top-five'],

  'one-by-one/naive': ['mixed-kernels/four-paths'],
  'one-by-one/bottleneck': ['one-by-one/pixel-mlp', 'mixed-kernels/four-paths'],
  'one-by-one/squeeze': ['one-by-one/bottleneck'],
  'whole-net': ['mixed-kernels/four-paths', 'one-by-one/bottleneck'],
  'whole-net/head-switch': ['whole-net/gap'],
  'count-it/live-table': ['whole-net/nine-blocks'],
  'count-it/mystery': ['count-it/layer-finder'],
  'count-it/depth': ['whole-net/nine-blocks'],
  'training-it': ['whole-net/nine-blocks'],
  'training-it/loss-mixer': ['training-it/auxiliary'],
  'workbench/audit-a-table': ['count-it/ratio-test'],
  'workbench/own-training': ['workbench/train-here'],

  'what-it-computes/gamma-beta': ['what-it-computes/normalize'],
  'train-and-inference': ['what-it-computes'],
  'why-it-helps': ['what-it-computes'],

  'degradation/overfitting': ['degradation/measured-depth'],
  'degradation/construction': ['degradation/measured-depth'],
  'residual-block': ['degradation/construction'],
  'residual-block/depth-again': ['residual-block/regular-and-residual'],
  'residual-block/full-size-pair': ['residual-block/depth-again'],
  'residual-block/recipe': ['residual-block/full-size-pair'],
  shortcuts: ['residual-block/equal-shapes'],
  'resnet-18': ['residual-block/regular-and-residual'],
  'resnet-18/stem-again': ['what-it-computes'],
  bottlenecks: ['resnet-18/live-resnet-table', 'one-by-one/bottleneck'],
  'bottlenecks/option-c': ['shortcuts/abc', 'bottlenecks/bottleneck-block'],
  'bottlenecks/result-2015': ['bottlenecks/five-sizes'],
  'gradient-flow': ['residual-block/depth-again'],
  'gradient-flow/gradient-flow': ['gradient-flow/highway', 'what-it-computes'],
  'gradient-flow/while-learning': ['gradient-flow/gradient-flow'],
  'gradient-flow/a-slice': ['gradient-flow/gradient-flow'],
  'gradient-flow/without-a-block': ['gradient-flow/paths'],
  'gradient-flow/pre-activation': ['what-it-computes'],
  'gradient-flow/one-sum': ['gradient-flow/pre-activation'],
  'gradient-flow/block-order': ['gradient-flow/pre-activation'],

  'grouped-convolution': ['bottlenecks'],
  'grouped-convolution/alexnet-groups': ['before-googlenet/alexnet'],
  cardinality: ['grouped-convolution', 'bottlenecks'],
  'cardinality/still-shortcuts': ['residual-block/depth-again'],

  concatenate: ['residual-block/f-minus-x'],
  growth: ['concatenate'],
  'growth/bottleneck': ['growth/growth-rate', 'bottlenecks/bottleneck-block'],
  'densenet-121': ['growth/growth-rate', 'growth/bottleneck', 'growth/transition'],
  'cost-and-reuse/memory-bill': ['concatenate'],
  'cost-and-reuse/feature-reuse': ['growth/growth-rate'],
  'cost-and-reuse/few-params-not-little-compute': ['densenet-121/count-its-name'],

  compare: ['densenet-121/count-its-name', 'resnet-18/live-resnet-table'],

  'data-hunger/language': ['data-hunger/copy-weights'],
  'freeze-or-fine-tune/freeze-line': ['data-hunger/copy-weights'],
  'freeze-or-fine-tune/fine-tune': ['freeze-or-fine-tune/freeze-line'],
  'freeze-or-fine-tune/frozen-statistics': ['train-and-inference/running', 'data-hunger/copy-weights'],
  'when-it-does-not-help': ['data-hunger/copy-weights'],
}
