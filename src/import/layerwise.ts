import * as v from 'valibot'
import { inflated } from '../nn/inflate'
import type { Architecture } from '../nn/spec'
import { architecture } from './architecture'
import { ImportError } from './error'
import type { Preprocessing } from './preprocessing'
import { exactly, fromBytes, type Source, streamOf } from './source'
import { countOf, decode, type FileTensor, widths } from './tensors'

/** Which network weights belong to, as their description says: one of this site, another, or one that was made of it. */
export interface Belonging {
  readonly network?: string | undefined
  readonly options: Readonly<Record<string, unknown>>
  /** The network itself, where none of this site is it. */
  readonly architecture?: Architecture | undefined
  /** The names of its outputs, in their order. */
  readonly classes?: readonly string[] | undefined
  /** How its images were prepared. */
  readonly preprocessing?: Pick<Preprocessing, 'scale' | 'shift' | 'order'> | undefined
}

/** The weights of a network of ours: `manifest.json`, which names every tensor and its place, and its file of numbers. */
export interface OwnWeights extends Omit<Belonging, 'classes'> {
  readonly network: string
  /** Called `node weight`; kernels are [height, width, channels, filters]. */
  readonly tensors: readonly FileTensor[]
  readonly classes: readonly string[]
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const known = {
  network: v.string(),
  options: v.optional(v.record(v.string(), v.unknown()), {}),
}

const perChannel = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(1), v.maxLength(3))

/** What our own exports say of a network: which it is here, or what describes it, and how it was used. */
const belonging = v.pipe(
  v.object({
    ...known,
    network: v.optional(v.string()),
    architecture: v.optional(architecture),
    classes: v.optional(v.array(v.pipe(v.string(), v.maxLength(1000)))),
    preprocessing: v.optional(
      v.pipe(
        v.object({ scale: perChannel, shift: perChannel, order: v.picklist(['rgb', 'bgr']) }),
        v.check(({ scale, shift }) => scale.length === shift.length && scale.every((each) => each > 0)),
      ),
    ),
  }),
  v.check((said) => said.network !== undefined || said.architecture !== undefined),
)

/** A network with hundreds of blocks has some ten thousand letters. */
const longestSaid = 2 ** 18

/** `{"network": …, "options": …}` or `{"architecture": …}`, as our own export writes it beside its tensors. */
export function saidIn({ layerwise = '' }: Readonly<Record<string, string>>): {
  readonly belonging?: Belonging
} {
  if (layerwise.length > longestSaid) return {}
  try {
    const read = v.safeParse(belonging, JSON.parse(layerwise))
    return read.success ? { belonging: read.output } : {}
  } catch {
    // No JSON, or nested without end.
    return {}
  }
}

const place = v.object({
  node: v.string(),
  name: v.string(),
  shape: v.array(whole),
  offset: whole,
  type: v.picklist(['float16', 'float32', 'int8']),
  /** Where the sizes of the steps begin: a float for each filter, the last side. */
  steps: v.optional(whole),
})

type Place = v.InferOutput<typeof place>

const manifest = v.object({
  ...known,
  file: v.string(),
  /** Bytes of the numbers in a file that is compressed (gzip). */
  unpacked: v.optional(whole),
  tensors: v.array(place),
  classes: v.optional(v.array(v.string()), []),
})

type Manifest = v.InferOutput<typeof manifest>

/** A description is text, and short. */
const longest = 32 * 2 ** 20
/** Bytes. Files are compressed where they are to be fetched. */
const mostUnpacked = 256 * 2 ** 20

/** Reads a description of ours; throws an `ImportError` where a text is something else. */
export async function readManifest(source: Source): Promise<Manifest> {
  if (source.size > longest) throw new ImportError(`${source.name} is too long for a description of weights.`)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(await exactly(source, 0, source.size)))
  } catch {
    throw new ImportError(`${source.name} is not JSON.`)
  }
  const read = v.safeParse(manifest, value)
  if (!read.success)
    throw new ImportError(`${source.name} is JSON, but not a manifest of weights of this site.`)
  return read.output
}

/** Tensors of a description and the file of numbers beside it. */
export async function readOwn(description: Source, numbers: Source | undefined): Promise<OwnWeights> {
  const { file, unpacked, network, options, tensors, classes } = await readManifest(description)
  if (!numbers)
    throw new ImportError(
      `${description.name} describes weights that are in ${file}: drop both files together.`,
    )
  const content = unpacked === undefined ? numbers : await unpack(numbers, unpacked)
  return {
    network,
    options,
    classes,
    tensors: tensors.map((place) => tensorOf(place, content)),
  }
}

/** The numbers of a compressed file; none of this site's models has more than some megabytes. */
async function unpack(packed: Source, bytes: number): Promise<Source> {
  if (bytes > mostUnpacked) throw new ImportError(`${packed.name} would be too long once unpacked.`)
  try {
    const numbers = await inflated(streamOf(packed), 'gzip', bytes)
    if (numbers.length === bytes) return fromBytes(numbers, packed.name)
  } catch (cause) {
    throw new ImportError(`${packed.name} cannot be unpacked.`, { cause })
  }
  throw new ImportError(`${packed.name} is cut off.`)
}

function tensorOf(place: Place, numbers: Source): FileTensor {
  const { node, name, shape, offset, type, steps } = place
  const called = `${node} ${name}`
  const count = countOf(called, shape)
  const end = offset + count * widths[type]
  if (offset < 0 || end > numbers.size)
    throw new ImportError(`${numbers.name} ends before the ${name} of ${node}.`)
  return {
    name: called,
    shape,
    dtype: type,
    async read() {
      const values = decode(await exactly(numbers, offset, end), type)
      if (steps === undefined) return values
      const filters = shape[shape.length - 1]
      const sizes = decode(await exactly(numbers, steps, steps + 4 * filters), 'float32')
      return values.map((value, i) => value * sizes[i % filters])
    },
  }
}
