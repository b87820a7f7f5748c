import type * as core from '@tensorflow/tfjs-core'
import type { Attributes } from './attribute'
import type { Shape } from './shape'
import type { Arithmetic, Readable, Unit, WeightAt } from './unit'
import type { Window } from './window'

/** The tfjs functions that kernels use, handed in by the runtime so that this folder runs in plain Node. */
export type Tf = Pick<
  typeof core,
  | 'add'
  | 'avgPool'
  | 'batchNorm'
  | 'clipByValue'
  | 'concat'
  | 'conv2dTranspose'
  | 'erf'
  | 'fused'
  | 'gather'
  | 'image'
  | 'leakyRelu'
  | 'localResponseNormalization'
  | 'max'
  | 'maxPool'
  | 'mean'
  | 'mul'
  | 'pad'
  | 'relu'
  | 'reshape'
  | 'rsqrt'
  | 'sigmoid'
  | 'slice'
  | 'softmax'
  | 'split'
  | 'square'
  | 'stridedSlice'
  | 'sub'
  | 'sum'
  | 'tanh'
  | 'tensor'
  | 'tidy'
  | 'transpose'
  | 'zeros'
> & {
  /** A kernel of the runtime's own, where the backend has it; else undefined. */
  readonly groupedConvolution?: (
    x: Tensor,
    kernel: Tensor,
    bias: Tensor | undefined,
    window: GroupedWindow,
    activation?: FusedActivation,
  ) => Tensor | undefined
  /** The same of a vector [1, inputs] by a matrix [inputs, units]. */
  readonly vectorByMatrix?: (
    x: Tensor,
    matrix: Tensor,
    bias: Tensor | undefined,
    activation?: FusedActivation,
  ) => Tensor | undefined
  /** 3×3 convolutions with stride 1 in fewer products. */
  readonly winograd?: {
    /**
     * The kernel [3, 3, channels, filters] in the form that `convolve` takes; undefined where it would not pay.
     * @param macs multiply-accumulates of the layer as it is
     */
    transform(kernel: Tensor, macs: number): Readonly<Record<string, Tensor>> | undefined
    convolve(
      x: Tensor,
      weights: Readonly<Record<string, Tensor>>,
      bias: Tensor | undefined,
      padding: Padding,
      activation?: FusedActivation,
    ): Tensor
  }
}

/** Zeros before and after a map. */
export interface Padding {
  readonly vertical: readonly [number, number]
  readonly horizontal: readonly [number, number]
}

/** What a grouped convolution is told beside its tensors. */
export interface GroupedWindow extends Padding {
  readonly groups: number
  /** What the products of the kernel are divided by. */
  readonly divisor: number
  readonly strides: readonly [number, number]
  readonly dilations: readonly [number, number]
}

/** Maps are [batch, height, width, channels], vectors [batch, units]. */
export type Tensor = core.Tensor

/** Colour and legend follow the family, never the single op. */
export type Family =
  | 'input'
  | 'convolution'
  | 'dense'
  | 'normalization'
  | 'activation'
  | 'pooling'
  | 'merge'
  | 'reshape'
  | 'regularization'
  | 'output'

/**
 * What a weight is for. `weight`, `bias`, `gamma` and `beta` are trained and count as parameters; `running`
 * (batch-norm statistics) is estimated and `fixed` is designed by hand, so neither does.
 */
export type Role = 'weight' | 'bias' | 'gamma' | 'beta' | 'running' | 'fixed'

export interface Weight {
  readonly shape: readonly number[]
  readonly role: Role
  /** The sides in letters, as long as `shape`: `k`, `k`, `C`, `F`; `letters.ts` says what each stands for. */
  readonly axes: readonly string[]
  /** Inputs that one output value sums over; the spread of He initialisation is √(2/fanIn). */
  readonly fanIn?: number
  /** Value at initialisation where it is not drawn at random. */
  readonly fill?: number
  /** Values designed by hand, in the order of `shape`; only for the role `fixed`. */
  readonly values?: readonly number[]
  /** What is designed by hand as pictures: every row of `shape` is one, row by row. */
  readonly picture?: readonly [height: number, width: number]
}

/** One factor of a cost product, with the name it has on a blackboard. */
export interface Factor {
  readonly name: string
  /** The letter that it has in a formula; `letters.ts` says what each stands for. */
  readonly symbol: string
  readonly value: number
}

/** A weight's values and its shape. */
export interface WeightArray {
  readonly values: Float32Array
  readonly shape: readonly number[]
}

/** Per output channel: y = scale·x + shift. */
export interface Affine {
  readonly scale: Float32Array
  readonly shift: Float32Array
}

/** An activation that a weighted kernel can apply while it writes its output. */
export type FusedActivation = 'relu'

/** Channels of one input, from one to before another. */
export interface ChannelRange {
  readonly input: number
  readonly from: number
  readonly to: number
}

/** Output channels one after the other, and the input channels that they are computed from. */
export interface Mix {
  readonly channels: number
  readonly from: readonly ChannelRange[]
  /** The nth from the nth of the range; without it every one from all of it. */
  readonly oneByOne?: true
}

/** First row or column and the one after the last, of every bin. */
export type Bins = readonly (readonly [from: number, to: number])[]

/** A small case that is shown on the op's card and run as a test on every backend. */
export interface Example<A> {
  readonly inputs: readonly Shape[]
  readonly attrs: A
}

type OptionalKeys<A> = { [K in keyof A]-?: object extends Pick<A, K> ? K : never }[keyof A]

/** One operation: everything the product knows of it stands in one object. */
export interface Definition<A extends object> {
  /** What it is called on screen. */
  readonly title: string
  /** The name of a node of this kind inside its block, numbered when it occurs again: `conv1`, `conv2`. */
  readonly shortName: string
  readonly family: Family
  readonly defaults: Required<Pick<A, OptionalKeys<A>>>
  /** What of it a reader may change; absent where there is nothing to choose. */
  readonly editable?: Attributes<A>
  /** What it counts as in a depth: layers with learned (or designed) weights, or pooling. */
  readonly counts?: 'weighted' | 'pooling'
  /** Whether inputs after the first only weigh it: then no depth counts the layers that lead to them. */
  readonly weighs?: true

  /** Why these inputs cannot work, as a sentence with the arithmetic; undefined when they can. */
  readonly check?: (inputs: readonly Shape[], attrs: Required<A>) => string | undefined
  readonly shape: (inputs: readonly Shape[], attrs: Required<A>) => Shape
  /** The shape rule with this node's numbers in it. */
  readonly rule: (inputs: readonly Shape[], attrs: Required<A>) => readonly string[]
  /** The same rule in letters, line by line beside `rule`; `letters.ts` says what each stands for. */
  readonly formula: (inputs: readonly Shape[], attrs: Required<A>) => readonly string[]
  readonly weights?: (inputs: readonly Shape[], attrs: Required<A>) => Readonly<Record<string, Weight>>
  /** What letters of `formula` stand for that its window does not explain. */
  readonly letters?: (
    inputs: readonly Shape[],
    attrs: Required<A>,
  ) => readonly (readonly [letter: string, meaning: string, value: string])[]
  /** Multiply-accumulates as a product; absent where the convention counts none. */
  readonly macs?: (inputs: readonly Shape[], output: Shape, attrs: Required<A>) => readonly Factor[]
  /** The window that moves over the input; absent where an output depends on its own position only. */
  readonly window?: (inputs: readonly Shape[], attrs: Required<A>) => Window
  /** What outputs read instead of a window that moves by equal steps; a `window` beside it is an approximation. */
  readonly bins?: (
    inputs: readonly Shape[],
    attrs: Required<A>,
  ) => readonly [vertical: Bins, horizontal: Bins]
  /** Which channels an output channel is computed from; absent where from its like in every input. */
  readonly mixes?: (inputs: readonly Shape[], attrs: Required<A>) => readonly Mix[]
  /** The output is the values of the input in one row, position by position. */
  readonly unrolls?: true

  /**
   * Forward pass for a batch. `activation` is passed only to ops that declare `absorbs`.
   * @param weights tensors by the names that `weights` gives; `bias` may be present though not declared, when a
   * following normalisation was folded in.
   */
  readonly run: (
    tf: Tf,
    inputs: readonly Tensor[],
    weights: Readonly<Record<string, Tensor>>,
    attrs: Required<A>,
    activation?: FusedActivation,
  ) => Tensor

  /**
   * How one value of the output comes about: the same numbers as `run`, written out for a reader.
   * @param weights values by the names that `weights` gives, in the order of their shapes
   */
  readonly unit?: (
    at: Unit,
    inputs: readonly Readable[],
    weights: Readonly<Record<string, WeightAt>>,
    attrs: Required<A>,
  ) => Arithmetic

  /** The weights in the layout that `run` is fastest with; it takes both, and tells them apart by their shapes. */
  readonly pack?: (
    weights: Readonly<Record<string, WeightArray>>,
    attrs: Required<A>,
  ) => Readonly<Record<string, WeightArray>>
  /**
   * The same on the device, where they stay: weights in a form that this device is fastest with. What it replaces it
   * disposes of; undefined where they stay as they are.
   * @param macs multiply-accumulates for one image
   */
  readonly settle?: (
    tf: Tf,
    weights: Readonly<Record<string, Tensor>>,
    attrs: Required<A>,
    macs: number,
  ) => Readonly<Record<string, Tensor>> | undefined
  /** Linear with the output channel last in `kernel`: a following affine and activation can be folded in. */
  readonly absorbs?: true
  /** At inference it is y = scale·x + shift per channel. */
  readonly affine?: (weights: Readonly<Record<string, Float32Array>>, attrs: Required<A>) => Affine
  /** It is this activation, which a weighted op before it can apply. */
  readonly activation?: FusedActivation
  /** At inference the output is the input, unchanged. */
  readonly passes?: true
  /** Each channel of the output is the mean of all positions of that channel. */
  readonly averages?: true

  readonly label: (attrs: Required<A>) => string
  /** What is left of the label where there is room for one word, such as `5×5`. */
  readonly short?: (attrs: Required<A>) => string
  /** What it does, in two sentences; of these inputs where that matters. */
  readonly explain: string | ((inputs: readonly Shape[], attrs: Required<A>) => string)
  readonly examples: readonly Example<A>[]
}

export interface Op<A extends object = object> extends Definition<A> {
  readonly name: string
}

/** An occurrence of an op as an author writes it: plain data. */
export interface OpSpec {
  readonly kind: 'op'
  readonly op: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly name?: string
}

/** Calling it describes an occurrence; `definition` is the op itself. */
export interface OpFactory<A extends object> {
  (...args: object extends A ? [attrs?: A, name?: string] : [attrs: A, name?: string]): OpSpec
  readonly definition: Op<A>
}

export function defineOp<A extends object>(name: string, definition: Definition<A>): OpFactory<A> {
  const describe = (attrs?: A, given?: string): OpSpec => ({
    kind: 'op',
    op: name,
    attrs: { ...definition.defaults, ...attrs },
    ...(given && { name: given }),
  })
  return Object.assign(describe, { definition: { name, ...definition } }) as OpFactory<A>
}
