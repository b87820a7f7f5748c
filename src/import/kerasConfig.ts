import * as v from 'valibot'
import type { MapShape } from '../nn/shape'
import type { PreparingLayer } from './kerasPreparation'

/** What a file of Keras says of its network beside its weights. */
export interface KerasConfig {
  /** Of the image, where the network takes only one size. */
  readonly input?: MapShape
  /** What follows each fully connected layer, by its name. */
  readonly activations: ReadonlyMap<string, string>
  /** How the last maps become a vector, where a layer of that kind does it. */
  readonly pooling?: 'average' | 'max'
  /** Layers that prepare the image before the first one that is computed here. */
  readonly preparing: readonly PreparingLayer[]
}

/** A network with hundreds of layers has some hundred thousand letters. */
const longest = 2 ** 23

const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(4096))
/** Any number of images, and a size that is known. */
const batch = v.tuple([v.nullable(v.number()), side, side, v.pipe(side, v.maxValue(4))])

interface Layer {
  readonly class_name: string
  readonly config: {
    readonly name?: unknown
    readonly activation?: unknown
    readonly batch_shape?: unknown
    readonly batch_input_shape?: unknown
    readonly scale?: unknown
    readonly offset?: unknown
    readonly mean?: unknown
    readonly variance?: unknown
    readonly invert?: unknown
    readonly layers?: readonly Layer[] | undefined
  }
}

const layer: v.GenericSchema<unknown, Layer> = v.lazy(() =>
  v.object({
    class_name: v.string(),
    config: v.object({
      name: v.optional(v.unknown()),
      activation: v.optional(v.unknown()),
      batch_shape: v.optional(v.unknown()),
      batch_input_shape: v.optional(v.unknown()),
      scale: v.optional(v.unknown()),
      offset: v.optional(v.unknown()),
      mean: v.optional(v.unknown()),
      variance: v.optional(v.unknown()),
      invert: v.optional(v.unknown()),
      layers: v.optional(v.array(layer)),
    }),
  }),
) as v.GenericSchema<unknown, Layer>

/** Networks within networks stand where they are applied. */
const inRow = (of: Layer): readonly Layer[] => [of, ...(of.config.layers ?? []).flatMap(inRow)]

/** Reads `config.json` of a .keras, or `model_config` of an .h5; undefined where that describes no network. */
export function readKerasConfig(json: string): KerasConfig | undefined {
  if (json.length > longest) return undefined
  try {
    const read = v.safeParse(layer, JSON.parse(json))
    return read.success ? said(inRow(read.output)) : undefined
  } catch {
    // No JSON, or nested without end.
    return undefined
  }
}

function said(layers: readonly Layer[]): KerasConfig {
  const input = layers.map(inputOf).find(Boolean)
  const pool = layers.findLast(({ class_name }) => Object.hasOwn(pools, class_name))?.class_name
  return {
    ...(input && { input }),
    activations: new Map(
      layers.flatMap(({ class_name, config }, i) => {
        const activation = following(config, layers[i + 1])
        return class_name === 'Dense' && typeof config.name === 'string' && typeof activation === 'string'
          ? [[config.name, activation] as const]
          : []
      }),
    ),
    ...(pool !== undefined && { pooling: pools[pool] }),
    preparing: preparingIn(layers),
  }
}

/** What leaves every value of an image as it is: only trainings change it there, or it changes its size. */
const passing = /^(InputLayer|Functional|Model|Sequential|Random\w+|Resizing|CenterCrop|ZeroPadding2D)$/
/** With these a network begins; before anything else one cannot tell what becomes of an image. */
const beginning = /Conv|Dense|Flatten|Pooling|BatchNormalization/

function preparingIn(layers: readonly Layer[]): readonly PreparingLayer[] {
  const found: PreparingLayer[] = []
  for (const { class_name: kind, config } of layers) {
    if (passing.test(kind)) continue
    if (beginning.test(kind)) return found
    const layer = preparing(kind, config)
    if (!layer) return []
    found.push(layer)
  }
  return []
}

const one = v.pipe(v.number(), v.finite())
/** A number, or some in lists of lists, as broadcasting wants them. */
const few: v.GenericSchema<unknown, readonly number[]> = v.pipe(
  v.unknown(),
  v.transform((value) => [value].flat(6)),
  v.array(one),
  v.minLength(1),
  v.maxLength(4),
)
const learned = v.nullish(few)

function preparing(kind: string, config: Layer['config']): PreparingLayer | undefined {
  const { name } = config
  if (typeof name !== 'string') return undefined
  if (kind === 'Rescaling') {
    const read = v.safeParse(v.object({ scale: few, offset: few }), { offset: 0, ...config })
    return read.success ? { kind: 'rescaling', name, ...read.output } : undefined
  }
  if (kind !== 'Normalization' || config.invert === true) return undefined
  const read = v.safeParse(v.object({ mean: learned, variance: learned }), config)
  if (!read.success) return undefined
  const { mean, variance } = read.output
  return { kind: 'normalization', name, ...(mean && variance && { mean, variance }) }
}

/** The activation of a layer, or a layer of its own that is one. */
function following({ activation = 'linear' }: Layer['config'], next: Layer | undefined): unknown {
  if (activation !== 'linear' || !next) return activation
  return next.class_name === 'Activation' ? next.config.activation : (alone[next.class_name] ?? activation)
}

const alone: Readonly<Record<string, string>> = { ReLU: 'relu', Softmax: 'softmax' }

const pools: Readonly<Record<string, 'average' | 'max'>> = {
  GlobalAveragePooling2D: 'average',
  GlobalMaxPooling2D: 'max',
}

function inputOf({ config }: Layer): MapShape | undefined {
  const read = v.safeParse(batch, config.batch_shape ?? config.batch_input_shape)
  if (!read.success) return undefined
  const [, height, width, channels] = read.output
  return [height, width, channels]
}
