import * as v from 'valibot'

/** Why trained weights cannot be used, as a sentence for the screen. */
export class TrainedError extends Error {
  override readonly name = 'TrainedError'
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const place = {
  node: v.string(),
  name: v.string(),
  shape: v.array(whole),
  /** Bytes from the beginning of the numbers. */
  offset: whole,
}

const tensor = v.variant('type', [
  v.object({ ...place, type: v.picklist(['float16', 'float32']) }),
  /** Whole steps; `steps` is where the sizes of the steps begin, a 32-bit float for every filter, the last axis. */
  v.object({ ...place, type: v.literal('int8'), steps: whole }),
])

const recipe = v.object({
  epochs: whole,
  batch: whole,
  /** The highest learning rate. */
  rate: v.number(),
  /** Share of the training in which the rate climbs. */
  warm: v.number(),
  momentum: v.number(),
  decay: v.number(),
  seed: whole,
  /** The share of the target that is spread over all classes (label smoothing); none where absent. */
  smoothing: v.optional(v.number()),
  /** Epochs and the side of their training images in pixels, in order; one size throughout where empty. */
  sizes: v.optional(v.array(v.tuple([whole, whole]))),
})

/** How a network was trained; tools/training/recipes.py is its author. */
export type Recipe = v.InferOutput<typeof recipe>

const manifest = v.object({
  id: v.string(),
  network: v.string(),
  title: v.string(),
  /** SHA-256 of the network that the weights belong to (`graphHash`). */
  graph: hash,
  /** The name of the file of numbers, beside the manifest. */
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  /** Of the file as it is fetched, as the hash is. */
  bytes: whole,
  sha256: hash,
  /** Bytes of the numbers in a file that is compressed (gzip); absent where they stand in it as they are. */
  unpacked: v.optional(whole),
  /** What it was trained on; absent where that is CIFAR-10. */
  data: v.optional(v.picklist(['cifar10', 'imagenette'])),
  classes: v.array(v.string()),
  recipe,
  trainImages: whole,
  epochs: whole,
  seconds: v.number(),
  machine: v.string(),
  date: v.string(),
  trainError: share,
  testError: share,
  /** The same with kernels rounded as they are in the file; absent where that was not measured. */
  packedError: v.optional(share),
  testImages: whole,
  /** Share of wrong answers on test images of several sizes, in pixels a side; `testError` is the last of them. */
  sizes: v.optional(v.array(v.object({ size: whole, error: share }))),
  /** How many of the site's drawings of its classes it names rightly in the browser. */
  drawings: v.optional(v.object({ right: whole, of: whole })),
  limits: v.string(),
  tensors: v.array(tensor),
})

/** What tools/training/export.py writes beside a file of weights. */
export type Manifest = v.InferOutput<typeof manifest>

export type StoredTensor = v.InferOutput<typeof tensor>

/** Reads a manifest; throws a `TrainedError` that names the first field that is not as it must be. */
export function readManifest(text: string): Manifest {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new TrainedError('The description of the trained weights is not JSON, so they are not used.')
  }
  const { success, output, issues } = v.safeParse(manifest, value)
  if (success) return output
  const field = v.getDotPath(issues[0])
  throw new TrainedError(
    `The description of the trained weights cannot be used${field ? `: ${field} is not valid` : ''}.`,
  )
}
