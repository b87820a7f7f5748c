import { ImportError } from './error'
import { CutOffError, type Dict, isCall, isGlobal, isPersistent, unpickle, type Value } from './pickle'
import { exactly, type Source } from './source'
import { countOf, decode, type DType, type FileTensor, widths } from './tensors'
import type { Entry } from './zip'

const storages: Readonly<Record<string, DType>> = {
  DoubleStorage: 'float64',
  FloatStorage: 'float32',
  HalfStorage: 'float16',
  BFloat16Storage: 'bfloat16',
  LongStorage: 'int64',
  IntStorage: 'int32',
  ShortStorage: 'int16',
  CharStorage: 'int8',
  ByteStorage: 'uint8',
  BoolStorage: 'bool',
}

const rebuild = 'torch._utils._rebuild_tensor'
const parameter = 'torch._utils._rebuild_parameter'

const names: ReadonlySet<string> = new Set([
  'collections.OrderedDict',
  rebuild,
  `${rebuild}_v2`,
  parameter,
  'torch.Size',
  ...Object.keys(storages).map((storage) => `torch.${storage}`),
])
const allowed = (name: string) => names.has(name)

/** Where the values of a storage lie. */
interface Storage {
  readonly dtype: DType
  readonly count: number
  /** Some of its values, from one to before another. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/** A pickle that lists tensors, in bytes. */
const largestPickle = 64 * 2 ** 20

/** Tensors of a file that `torch.save` of PyTorch 1.6 or later wrote: a zip of a pickle and one file for each storage. */
export async function readTorchZip(
  source: Source,
  entries: readonly Entry[],
): Promise<readonly FileTensor[]> {
  const pickle = entries.find(({ name }) => /(^|\/)data\.pkl$/.test(name))!
  const root = pickle.name.slice(0, -'data.pkl'.length)
  if (entries.some(({ name }) => name.startsWith(`${root}code/`)))
    throw new ImportError(
      `${source.name} is a TorchScript program. Only tensors are read: save them with torch.save(model.state_dict(), …).`,
    )
  const order = entries.find(({ name }) => name === `${root}byteorder`)
  if (order && new TextDecoder().decode(await order.read(16)).startsWith('big'))
    throw new ImportError(`${source.name} was written on a big-endian machine and cannot be read here.`)
  if (pickle.size > largestPickle) throw new ImportError(`The pickle in ${source.name} is too long.`)
  const { value } = unpickle(await pickle.read(), allowed, 0, source.name)
  const files = new Map(entries.map((entry) => [entry.name, entry]))
  return tensorsOf(value, source.name, (key, dtype, count) => {
    const file = files.get(`${root}data/${key}`)
    if (!file) throw new ImportError(`${source.name} lacks the values of storage ${key}.`)
    if (file.size < count * widths[dtype])
      throw new ImportError(`Storage ${key} of ${source.name} has ${file.size} bytes for ${count} values.`)
    return {
      dtype,
      count,
      async read(from, to) {
        const stored = await file.stored()
        if (stored) return exactly(stored, from * widths[dtype], to * widths[dtype])
        return (await file.read()).slice(from * widths[dtype], to * widths[dtype])
      },
    }
  })
}

/** `torch.save` before 1.6 begins with this number (torch/serialization.py, MAGIC_NUMBER). */
const magic = Number(0x1950a86a20f9469cfc6cn)

/** Tensors of a file in PyTorch's old form: five pickles, then every storage as a count and its values. */
export async function readTorchLegacy(source: Source): Promise<readonly FileTensor[]> {
  const { value, keys, end } = await legacyPickles(source)
  const seen = new Map<string, DType>()
  const places = new Map<string, { readonly from: number; readonly count: number }>()
  const tensors = tensorsOf(value, source.name, (key, dtype, count) => {
    seen.set(key, dtype)
    return {
      dtype,
      count,
      read(from, to) {
        const place = places.get(key)
        if (!place || to > place.count)
          throw new ImportError(`${source.name} lacks the values of storage ${key}.`)
        return exactly(source, place.from + from * widths[dtype], place.from + to * widths[dtype])
      },
    }
  })
  let at = end
  for (const key of keys) {
    const dtype = seen.get(key)
    if (!dtype) throw new ImportError(`${source.name} has a storage ${key} that no tensor uses.`)
    const head = await exactly(source, at, at + 8)
    const count = Number(new DataView(head.buffer).getBigInt64(0, true))
    const next = at + 8 + count * widths[dtype]
    if (!(count >= 0 && next <= source.size))
      throw new ImportError(`${source.name} is cut off within storage ${key}.`)
    places.set(key, { from: at + 8, count })
    at = next
  }
  for (const key of seen.keys())
    if (!places.has(key)) throw new ImportError(`${source.name} lacks the values of storage ${key}.`)
  return tensors
}

/** The pickles before the values. How long they are nobody says, so more is read until they end. */
async function legacyPickles(source: Source) {
  for (let length = 2 ** 20; ; length *= 4) {
    const bytes = await source.slice(0, Math.min(length, source.size))
    try {
      const first = unpickle(bytes, allowed, 0, source.name)
      if (first.value !== magic)
        throw new ImportError(`${source.name} is a pickle, but not one written by torch.save.`)
      const version = unpickle(bytes, allowed, first.end, source.name)
      const system = unpickle(bytes, allowed, version.end, source.name)
      if (system.value instanceof Map && system.value.get('little_endian') === false)
        throw new ImportError(`${source.name} was written on a big-endian machine and cannot be read here.`)
      const { value, end } = unpickle(bytes, allowed, system.end, source.name)
      const list = unpickle(bytes, allowed, end, source.name)
      if (!Array.isArray(list.value)) throw new ImportError(`${source.name} does not list its storages.`)
      return { value, keys: list.value.map(String), end: list.end }
    } catch (error) {
      if (!(error instanceof CutOffError) || length >= source.size || length >= largestPickle) throw error
    }
  }
}

type StorageOf = (key: string, dtype: DType, count: number) => Storage

/** Dictionaries within dictionaries, at most so deep; what a checkpoint keeps of its training lies in some. */
const deepest = 8

/** Every tensor of what was saved, named by its keys. */
function tensorsOf(value: Value, file: string, storageOf: StorageOf): readonly FileTensor[] {
  const tensors: FileTensor[] = []
  const names = new Set<string>()
  const visited = new Set<Dict | Value[]>()
  const storages = new Map<string, Storage>()
  const known: StorageOf = (key, dtype, count) => {
    const name = `${key} ${dtype} ${count}`
    const storage = storages.get(name) ?? storageOf(key, dtype, count)
    storages.set(name, storage)
    return storage
  }
  function visit(name: string, value: Value, depth: number): void {
    if (isCall(value)) {
      const tensor = tensorOf(name, value.call === parameter ? value.args[0] : value, known)
      if (!tensor) return
      if (names.has(name)) throw new ImportError(`${file} has two tensors called ${name}.`)
      names.add(name)
      tensors.push(tensor)
    } else if ((value instanceof Map || Array.isArray(value)) && depth < deepest && !visited.has(value)) {
      visited.add(value)
      const within = name === '' ? '' : `${name}.`
      const items = value instanceof Map ? value : value.entries()
      for (const [key, item] of items)
        if (typeof key === 'string' || typeof key === 'number') visit(`${within}${key}`, item, depth + 1)
    }
  }
  visit('', value, 0)
  if (tensors.length === 0) throw new ImportError(`${file} contains no tensors.`)
  return tensors
}

function tensorOf(name: string, value: Value, storageOf: StorageOf): FileTensor | undefined {
  if (!isCall(value) || !value.call.startsWith(rebuild)) return undefined
  const [stored, offset, size, steps] = value.args
  const bad = new ImportError(`The file does not say how large ${name} is and where it lies.`)
  const id = isPersistent(stored) && Array.isArray(stored.persistent) ? stored.persistent : undefined
  const [kind, type, key, , count] = id ?? []
  const shape = numbersOf(size)
  const strides = numbersOf(steps)
  if (kind !== 'storage' || !isGlobal(type) || !shape || !strides || shape.length !== strides.length)
    throw bad
  if (!isCount(offset) || !isCount(count)) throw bad
  const dtype = storages[type.global.replace('torch.', '')]
  if (!dtype) throw bad
  const storage = storageOf(String(key), dtype, count)
  const values = countOf(name, shape)
  const last = shape.reduce((sum, side, axis) => sum + (side - 1) * strides[axis], offset)
  if (values > 0 && last >= count)
    throw new ImportError(`${name} reaches beyond the ${count.toLocaleString('en')} values of its storage.`)
  return {
    name,
    shape,
    dtype,
    async read() {
      if (values === 0) return new Float32Array()
      const there = decode(await storage.read(offset, last + 1), dtype)
      return isRowMajor(shape, strides) ? there : strided(there, shape, strides, values)
    },
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function numbersOf(value: Value): readonly number[] | undefined {
  const list = isCall(value) && value.call === 'torch.Size' ? value.args[0] : value
  return Array.isArray(list) && list.length <= 32 && list.every(isCount) ? (list as number[]) : undefined
}

function isRowMajor(shape: readonly number[], strides: readonly number[]): boolean {
  let step = 1
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && strides[axis] !== step) return false
    step *= shape[axis]
  }
  return true
}

/** Values in the order of their shape, from a storage that has them in another. */
function strided(
  from: Float32Array,
  shape: readonly number[],
  strides: readonly number[],
  count: number,
): Float32Array<ArrayBuffer> {
  const values = new Float32Array(count)
  const place = shape.map(() => 0)
  let at = 0
  for (let i = 0; i < count; i++) {
    values[i] = from[at]
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += strides[axis]
      if (++place[axis] < shape[axis]) break
      at -= strides[axis] * shape[axis]
      place[axis] = 0
    }
  }
  return values
}
