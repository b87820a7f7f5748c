import { ImportError } from './error'
import { exactly, type Source } from './source'
import { countOf, decode, type FileTensor, widths } from './tensors'

/** Which network of this site weights belong to, as their description says. */
export interface Belonging {
  readonly network: string
  readonly options: Readonly<Record<string, unknown>>
}

/** The weights of a network of ours: `manifest.json`, which names every tensor and its place, and its file of numbers. */
export interface OwnWeights extends Belonging {
  /** Called `node weight`; kernels are [height, width, channels, filters]. */
  readonly tensors: readonly FileTensor[]
  readonly classes: readonly string[]
}

interface Place {
  readonly node: string
  readonly name: string
  readonly shape: readonly number[]
  readonly offset: number
  readonly type: 'float16' | 'float32' | 'int8'
  /** Where the sizes of the steps begin: a float for each filter, the last side. */
  readonly steps?: number
}

interface Manifest extends Belonging {
  readonly file: string
  readonly tensors: readonly Place[]
  readonly classes?: readonly string[]
}

/** A description is text, and short. */
const longest = 32 * 2 ** 20

/** Reads a description of ours; throws an `ImportError` where a text is something else. */
export async function readManifest(source: Source): Promise<Manifest> {
  if (source.size > longest) throw new ImportError(`${source.name} is too long for a description of weights.`)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(await exactly(source, 0, source.size)))
  } catch {
    throw new ImportError(`${source.name} is not JSON.`)
  }
  if (!isManifest(value))
    throw new ImportError(`${source.name} is JSON, but no manifest of weights of this site.`)
  return value
}

function isManifest(value: unknown): value is Manifest {
  const { network, file, tensors } = (value ?? {}) as Partial<Manifest>
  return (
    typeof network === 'string' &&
    typeof file === 'string' &&
    Array.isArray(tensors) &&
    tensors.every(isPlace)
  )
}

function isPlace(value: unknown): value is Place {
  const { node, name, shape, offset, type } = (value ?? {}) as Partial<Place>
  return (
    typeof node === 'string' &&
    typeof name === 'string' &&
    Array.isArray(shape) &&
    Number.isSafeInteger(offset) &&
    (type === 'float16' || type === 'float32' || type === 'int8')
  )
}

/** Tensors of a description and the file of numbers beside it. */
export async function readOwn(description: Source, numbers: Source | undefined): Promise<OwnWeights> {
  const { file, network, options, tensors, classes = [] } = await readManifest(description)
  if (!numbers)
    throw new ImportError(
      `${description.name} describes weights that lie in ${file}: drop both files together.`,
    )
  return {
    network,
    options: options ?? {},
    classes,
    tensors: tensors.map((place) => tensorOf(place, numbers)),
  }
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
