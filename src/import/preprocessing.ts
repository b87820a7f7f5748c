/** How the bytes of an image become a network's input: channel by channel, value · scale + shift. */
export interface Preprocessing {
  readonly id: string
  /** What it is called, for the screen. */
  readonly title: string
  /** Of each channel of the input, in the order in which the network reads them. */
  readonly scale: readonly number[]
  readonly shift: readonly number[]
  /** Which colors the network reads first to last. */
  readonly order: 'rgb' | 'bgr'
}

/** (value / 255 − mean) / deviation. */
export function normalization(
  id: string,
  title: string,
  mean: readonly number[],
  deviation: readonly number[],
): Preprocessing {
  return {
    id,
    title,
    order: 'rgb',
    scale: deviation.map((sigma) => 1 / (255 * sigma)),
    shift: mean.map((mu, c) => -mu / deviation[c]),
  }
}

const mean = [0.485, 0.456, 0.406]
const deviation = [0.229, 0.224, 0.225]

/** Of torchvision's networks, and of Keras's DenseNet ("torch"). */
export const torchvision = normalization(
  'torchvision',
  'ImageNet mean and standard deviation (torchvision)',
  mean,
  deviation,
)

/**
 * torchvision's published GoogLeNet and Inception-v3 were trained on inputs from −1 to 1, and undo the normalization themselves
 * (`transform_input`).
 */
export const transformInput: Preprocessing = {
  ...normalization(
    'transform-input',
    '−1 to 1, the range to which torchvision’s published GoogLeNet and Inception-v3 scale their input',
    [0.5, 0.5, 0.5],
    [0.5, 0.5, 0.5],
  ),
}

/** Keras's VGG and ResNet, whose weights came from Caffe: blue first, the mean subtracted, nothing divided. */
export const caffe: Preprocessing = {
  id: 'caffe',
  title: 'blue, green, red minus their means (Keras “caffe”)',
  order: 'bgr',
  scale: [1, 1, 1],
  shift: [-103.939, -116.779, -123.68],
}

/** Keras's Inception and MobileNet. */
export const minusOneToOne: Preprocessing = {
  ...normalization('tf', '−1 to 1 (Keras “tf”)', [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]),
}

export const cifar10 = normalization(
  'cifar10',
  'CIFAR-10 mean and standard deviation',
  [0.4914, 0.4822, 0.4465],
  [0.2023, 0.1994, 0.201],
)

export const zeroToOne = normalization('unit', '0 to 1', [0, 0, 0], [1, 1, 1])

const ownTitle = 'values of your own'

/** Values that a reader gives for one channel after the other, in the order in which the network reads them. */
export interface OwnValues {
  /** What 0 to 255 becomes before anything else: 0 to 1, or itself. */
  readonly range: 1 | 255
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
  readonly order: Preprocessing['order']
}

/** (value · range / 255 − mean) / deviation, as a reader wants it. */
export function ownPreprocessing({ range, mean, deviation, order }: OwnValues): Preprocessing {
  return {
    id: 'own',
    title: ownTitle,
    order,
    scale: deviation.map((sigma) => range / (255 * sigma)),
    shift: mean.map((mu, c) => -mu / deviation[c]),
  }
}

/** The values that a preparation would be written down with, so that they can be changed. */
export function valuesIn({ id, scale, shift, order }: Preprocessing): OwnValues {
  const range = id === 'caffe' ? 255 : 1
  const tidy = (value: number) => Number(value.toPrecision(6)) + 0
  return {
    range,
    mean: scale.map((each, c) => tidy((-shift[c] / each / 255) * range)),
    deviation: scale.map((each) => tidy(range / (255 * each))),
    order,
  }
}

/** Of networks that see gray images: what the page feeds its own. */
const gray = normalization('gray', '−1 to 1, gray', [0.5], [0.5])

const grays: readonly Preprocessing[] = [
  gray,
  normalization('mnist', 'MNIST mean and standard deviation, gray', [0.1307], [0.3081]),
  normalization('unit-gray', '0 to 1, gray', [0], [1]),
]

/** What there is to choose from for an image of so many channels; the first is usual. None where it is neither gray nor of color. */
export function preprocessingsFor(channels: number): readonly Preprocessing[] {
  return channels === 3 ? preprocessings : channels === 1 ? grays : []
}

/** What a reader can choose from. */
export const preprocessings: readonly Preprocessing[] = [
  torchvision,
  transformInput,
  caffe,
  minusOneToOne,
  cifar10,
  zeroToOne,
]

/** Whether both make the same of an image, whatever they are called. */
export const areSame = (one: Numbers, other: Numbers): boolean =>
  one.order === other.order &&
  one.scale.length === other.scale.length &&
  one.scale.every((scale, c) => isNear(scale, other.scale[c]) && isNear(one.shift[c], other.shift[c]))

type Numbers = Pick<Preprocessing, 'scale' | 'shift' | 'order'>

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))

/** The usual preparation with these numbers, or one of the reader's own. */
export const preparationOf = ({ scale, shift, order }: Numbers): Preprocessing =>
  preprocessingsFor(scale.length).find((usual) => areSame(usual, { scale, shift, order })) ?? {
    id: 'own',
    title: ownTitle,
    scale,
    shift,
    order,
  }

/** The same with what a file does to its input before its first layer: per channel, scale · x + shift. */
export function transformed(
  of: Preprocessing,
  transform: { readonly scale: readonly number[]; readonly shift: readonly number[] } | undefined,
): Preprocessing {
  if (!transform) return of
  return {
    ...of,
    scale: of.scale.map((scale, c) => scale * transform.scale[c]),
    shift: of.shift.map((shift, c) => shift * transform.scale[c] + transform.shift[c]),
  }
}

/** The input of an image's pixels (red, green, blue and alpha of each), [height, width, channels]. */
export function preprocessed(
  data: ArrayLike<number>,
  { scale, shift, order }: Preprocessing,
): Float32Array<ArrayBuffer> {
  const values = new Float32Array((data.length / 4) * 3)
  for (let i = 0, o = 0; i < data.length; i += 4)
    for (let c = 0; c < 3; c++, o++) values[o] = data[i + (order === 'rgb' ? c : 2 - c)] * scale[c] + shift[c]
  return values
}
