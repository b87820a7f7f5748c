import type * as core from '@tensorflow/tfjs-core'

type Tf = typeof core

/** ResNet-18 as one would write it by hand for speed: convolution, folded bias and ReLU in one call each. */
export function resnet18ByHand(tf: Tf) {
  const unit = (size: number, from: number, filters: number) => ({
    filter: tf.randomNormal(
      [size, size, from, filters],
      0,
      Math.sqrt(2 / (size * size * from)),
    ) as core.Tensor4D,
    bias: tf.zeros([filters]) as core.Tensor1D,
  })
  type Unit = ReturnType<typeof unit>
  const conv = (x: core.Tensor4D, { filter, bias }: Unit, strides: number, activation: 'relu' | 'linear') =>
    tf.fused.conv2d({
      x,
      filter,
      strides,
      pad: (filter.shape[0] - 1) / 2,
      bias,
      activation,
      dimRoundingMode: 'floor',
    })

  const stem = unit(7, 3, 64)
  const blocks = [64, 128, 256, 512].flatMap((filters, stage) =>
    [0, 1].map((i) => {
      const from = i === 1 || stage === 0 ? filters : filters / 2
      return {
        stride: from === filters ? 1 : 2,
        a: unit(3, from, filters),
        b: unit(3, filters, filters),
        projection: from === filters ? undefined : unit(1, from, filters),
      }
    }),
  )
  const head = {
    kernel: tf.randomNormal([512, 1000], 0, Math.sqrt(2 / 512)) as core.Tensor2D,
    bias: tf.zeros([1000]),
  }

  function forward(input: core.Tensor4D): core.Tensor {
    let x = tf.maxPool(conv(input, stem, 2, 'relu'), 3, 2, 1, 'floor')
    for (const { stride, a, b, projection } of blocks) {
      const shortcut = projection ? conv(x, projection, stride, 'linear') : x
      x = tf.relu(tf.add(conv(conv(x, a, stride, 'relu'), b, 1, 'linear'), shortcut))
    }
    const features = tf.reshape(tf.mean(x, [1, 2]), [1, 512]) as core.Tensor2D
    return tf.softmax(tf.fused.matMul({ a: features, b: head.kernel, bias: head.bias }))
  }

  return { forward }
}
