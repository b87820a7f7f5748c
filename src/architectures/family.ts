import type { Architecture, DepthRule, Paper, Spec } from '../nn/spec'
import type { MapShape } from '../nn/shape'
import {
  checkOption,
  OptionError,
  type OptionsOf,
  type OptionValue,
  parseOption,
  type Schema,
} from './options'

/** Exact counts that the network must have, and where they come from. */
export interface Reference {
  readonly params: number
  readonly macs: number
  readonly source: string
}

/** A named network: a family with some options set. */
export interface Preset<S extends Schema = Schema> {
  readonly id: string
  readonly title: string
  readonly options: Partial<OptionsOf<S>>
  readonly reference: Reference
  /** The test error on CIFAR-10 that its paper gives, a share, and where it stands. */
  readonly reported?: { readonly testError: number; readonly source: string }
  /** One sentence on what is special about it. */
  readonly about?: string
}

export interface Family<S extends Schema = Schema> {
  readonly id: string
  readonly title: string
  readonly about: string
  /** What is said instead, of networks whose options make `about` untrue. */
  readonly otherwise?: (options: OptionsOf<S>) => string | undefined
  readonly paper: Paper
  readonly options: S
  readonly presets: readonly Preset<S>[]
  /** Networks, or single blocks as small networks of their own. */
  readonly kind: 'network' | 'block'
  readonly depthRule?: DepthRule | ((options: OptionsOf<S>) => DepthRule)
  /** The network of these options; may throw an `OptionError` where two options contradict each other. */
  readonly body: (options: OptionsOf<S>) => Spec
}

export function family<const S extends Schema & { readonly input: { readonly kind: 'size' } }>(
  definition: Family<S>,
): Family {
  return definition as unknown as Family
}

/** Options of a network, all given. */
export type Options = Readonly<Record<string, OptionValue>>

function defaultsOf(of: Family): Options {
  return Object.fromEntries(Object.entries(of.options).map(([name, option]) => [name, option.default]))
}

/** One sentence on a network: what its preset has that is special, while it is that preset, or what its family is about. */
export function aboutOf(of: Family, options: Options, preset?: Preset): string {
  return preset?.about ?? of.otherwise?.(options as never) ?? of.about
}

/**
 * All options of a family: its defaults, then the preset's, then those given, as values or as text.
 * Throws an `OptionError` that names the option, the value and the range.
 */
export function completeOptions(of: Family, preset: Preset | undefined, given: Options = {}): Options {
  const options: Record<string, OptionValue> = { ...defaultsOf(of), ...(preset?.options as Options) }
  for (const [name, value] of Object.entries(given)) {
    const option = of.options[name]
    if (!option)
      throw new OptionError(`${of.id} has no option "${name}"; it has ${Object.keys(of.options).join(', ')}`)
    options[name] =
      typeof value === 'string' ? parseOption(name, option, value) : checkOption(name, option, value)
  }
  return options
}

/** The architecture of a family with these options. */
export function create(of: Family, options: Options, preset?: Preset): Architecture {
  const rule = typeof of.depthRule === 'function' ? of.depthRule(options as never) : of.depthRule
  return {
    id: preset?.id ?? of.id,
    title: preset?.title ?? of.title,
    input: options.input as unknown as MapShape,
    body: of.body(options as never),
    ...(rule && { depthRule: rule }),
  }
}

/** The input of a network on photographs. */
export function image(side: number, channels = 3) {
  return {
    kind: 'size',
    default: [side, side, channels] as MapShape,
    min: 1,
    max: 1024,
    about: 'Height, width and channels of the image.',
  } as const
}

export const classes = (count: number) =>
  ({ kind: 'integer', default: count, min: 1, max: 100_000, about: 'Number of classes.' }) as const

/** What is added to a variance before the root, which frameworks choose differently. */
export const epsilon = {
  kind: 'number',
  default: 1e-5,
  min: 0,
  max: 0.1,
  about: 'ε of batch normalization, added to the variance; 0.001 in torchvision’s GoogLeNet and in Keras.',
} as const

export const flag = (initial: boolean, about: string) =>
  ({ kind: 'switch', default: initial, about }) as const

export const integer = (initial: number, min: number, max: number, about: string) =>
  ({ kind: 'integer', default: initial, min, max, about }) as const

/** How many blocks every stage of a residual trunk has (`trunk.ts`). */
export const stages = <const B extends readonly number[]>(blocks: B) =>
  ({
    kind: 'list',
    default: blocks,
    min: 1,
    max: 250,
    length: [1, 6],
    about: 'Blocks in each stage; every stage after the first halves height and width.',
  }) as const

export const choice = <const C extends readonly string[]>(choices: C, initial: C[number], about: string) =>
  ({ kind: 'choice', choices, default: initial, about }) as const
