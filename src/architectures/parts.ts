import type { Spec } from '../nn/spec'
import { seq } from '../nn/spec'
import { dropout, relu, softmax } from '../nn/ops/activation'
import { conv, type ConvAttrs } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { batchNorm } from '../nn/ops/normalization'
import { maxPool } from '../nn/ops/pooling'

/** Convolution, batch normalization, ReLU. No bias: the normalization that follows has its own shift. */
export const convNormRelu = (attrs: ConvAttrs): Spec => seq(conv(attrs), batchNorm(), relu())

/** Convolution with a bias, then ReLU: the unit of the networks before batch normalization. */
export const convRelu = (attrs: ConvAttrs): Spec => seq(conv({ bias: true, ...attrs }), relu())

/** The stem of ResNet, ResNeXt and DenseNet: 7×7, stride 2, and a padded max pool. */
export const imagenetStem = (width: number): ConvAttrs => ({ filters: width, kernel: 7, stride: 2, pad: 3 })

export const stemPool = (name: string): Spec => maxPool({ kernel: 3, stride: 2, pad: 1 }, name)

/** The two hidden fully connected layers of AlexNet, ZFNet, SPPNet and VGG. */
export const hiddenDense = (units: number): Spec => seq(dropout(), dense({ units }), relu())

/** Scores, then probabilities. */
export const classifier = (classes: number): Spec => seq(dense({ units: classes }), softmax())
