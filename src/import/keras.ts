import type { Dataset as Array5, Group } from 'jsfive'
import { ImportError } from './error'
import { textsOf } from './safetensors'
import { exactly, type Source } from './source'
import { countOf, decode, type DType, type FileTensor, widths } from './tensors'

const dtypes: Readonly<Record<string, DType>> = {
  f8: 'float64',
  f4: 'float32',
  f2: 'float16',
  i8: 'int64',
  i4: 'int32',
  i2: 'int16',
  i1: 'int8',
  u1: 'uint8',
}

/** Bytes of an HDF5 file, which is read as a whole. */
const largest = 2 ** 30
/** Groups and arrays; the largest network of Keras has some thousand. */
const most = 50_000
const deepest = 24

/** Of HDF5: the message of an object that says where its values are, and the class of those that are not in chunks. */
const storageMessage = 8
const inOnePiece = 1

/** Names of the numbered variables of Keras 3, by how many a layer has. */
const variables: Readonly<Record<number, readonly string[]>> = {
  1: ['kernel'],
  2: ['kernel', 'bias'],
  3: ['mean', 'variance', 'count'],
  4: ['gamma', 'beta', 'moving_mean', 'moving_variance'],
}

export interface Hdf5 {
  readonly tensors: readonly FileTensor[]
  readonly metadata: Readonly<Record<string, string>>
}

/**
 * Tensors of an .h5 of Keras, of its weights or of a whole model, called `layer/kernel`, `layer/gamma` …; its own reader
 * is fetched when it is needed; and the texts that the file says of itself. Throws an `ImportError` for what is no such file or damaged.
 */
export async function readHdf5(source: Source): Promise<Hdf5> {
  if (source.size > largest)
    throw new ImportError(
      `${source.name} is too large: an HDF5 file has to be read as a whole, and the limit is one gigabyte.`,
    )
  const { File, Dataset } = await import('jsfive')
  const { buffer } = await exactly(source, 0, source.size)
  const damaged = (cause: unknown) =>
    cause instanceof ImportError ? cause : new ImportError(`${source.name} is damaged.`, { cause })
  const tensors = new Map<string, FileTensor>()
  let seen = 0
  let metadata: Hdf5['metadata']

  function walk(group: Group, path: readonly string[]): void {
    if (path.length > deepest || seen > most)
      throw new ImportError(`${source.name} has too many parts for a network.`)
    for (const key of group.keys) {
      if (key === 'optimizer_weights' || key === 'optimizer') continue
      seen++
      const item = group.get(key)
      if (item === null) continue
      const inner = [...path, key]
      if (item instanceof Dataset) add(item, nameOf(inner, group))
      else if ('keys' in item) walk(item, inner)
    }
  }
  function add(array: Array5, name: string): void {
    if (tensors.has(name)) throw new ImportError(`${source.name} has two arrays called ${name}.`)
    const { shape } = array
    const dtype = typeof array.dtype === 'string' ? dtypes[array.dtype.replace(/^[<|=]/, '')] : undefined
    // Texts and the like, which no network computes with.
    if (!dtype || !Array.isArray(shape)) return
    const count = countOf(name, shape)
    if (count > source.size * 8)
      throw new ImportError(`${name} cannot have ${count.toLocaleString('en')} values.`)
    const place = placeOf(array, buffer)
    const read = () => {
      if (place !== undefined) {
        const end = place + count * widths[dtype]
        return exactly(source, place, end).then((bytes) => decode(bytes, dtype))
      }
      try {
        const values = Float32Array.from(array.value)
        if (values.length !== count) throw new ImportError(`${name} has ${values.length} of ${count} values.`)
        return Promise.resolve(values)
      } catch (error) {
        return Promise.reject(damaged(error))
      }
    }
    tensors.set(name, { name, shape, dtype, read })
  }
  try {
    const root = new File(buffer, source.name)
    walk(root, [])
    metadata = joined(textsOf(root.attrs))
  } catch (error) {
    throw damaged(error)
  }
  if (tensors.size === 0) throw new ImportError(`${source.name} contains no Keras weights.`)
  return { tensors: [...tensors.values()], metadata }
}

/** Texts that were too long for one attribute, and went on in others with a number, made whole. */
function joined(texts: Readonly<Record<string, string>>): Hdf5['metadata'] {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      let whole = text
      for (let i = 1; Object.hasOwn(texts, `${name}${i}`); i++) whole += texts[`${name}${i}`]
      return [name, whole]
    }),
  )
}

/**
 * Where the values of an array begin, if they lie in one piece, as Keras writes them; the library takes a number at a
 * time of them, which for VGG-16 is a minute.
 */
function placeOf({ _dataobjects: objects }: Array5, buffer: ArrayBuffer): number | undefined {
  const at = objects.find_msg_type(storageMessage)[0]?.get('offset_to_message')
  if (at === undefined) return undefined
  const [, , layout, properties] = objects._get_data_message_properties(at)
  if (layout !== inOnePiece) return undefined
  const place = new DataView(buffer).getBigUint64(properties, true)
  // What was never written has no place.
  return place === 2n ** 64n - 1n ? undefined : Number(place)
}

/** `layer/variable`: of Keras 3's `layers/conv2d/vars/0`, and of `conv1/conv1/kernel:0`. */
function nameOf(path: readonly string[], parent: Group): string {
  const [layer, variable] = path.slice(-2)
  if (layer !== 'vars') return `${layer}/${variable.replace(/:\d+$/, '')}`
  const { name } = parent.attrs
  const called = typeof name === 'string' ? name : (path[path.length - 3] ?? layer)
  return `${called}/${variables[parent.keys.length]?.[Number(variable)] ?? variable}`
}
