import { ImportError } from './error'
import { exactly, type Source } from './source'
import { countOf, decode, type DType, type FileTensor, widths } from './tensors'

const dtypes: Readonly<Record<string, DType>> = {
  F64: 'float64',
  F32: 'float32',
  F16: 'float16',
  BF16: 'bfloat16',
  I64: 'int64',
  U64: 'uint64',
  I32: 'int32',
  U32: 'uint32',
  I16: 'int16',
  U16: 'uint16',
  I8: 'int8',
  U8: 'uint8',
  BOOL: 'bool',
}

/** What the format's own library allows, in bytes. */
const longestHeader = 100_000_000

export interface Safetensors {
  readonly tensors: readonly FileTensor[]
  /** What the writer says besides: texts by name. */
  readonly metadata: Readonly<Record<string, string>>
}

/**
 * Reads the header of a .safetensors file (github.com/huggingface/safetensors): 8 bytes of length, JSON, then values
 * without gaps. Throws an `ImportError` where names, shapes and places contradict each other or the file.
 */
export async function readSafetensors(source: Source): Promise<Safetensors> {
  const begin = await exactly(source, 0, 8)
  const length = Number(new DataView(begin.buffer).getBigUint64(0, true))
  if (length > longestHeader)
    throw new ImportError(`The header of ${source.name} would be ${length.toLocaleString('en')} bytes long.`)
  const text = new TextDecoder().decode(await exactly(source, 8, 8 + length))
  const { __metadata__, ...entries } = parse(text, source.name)
  const data = 8 + length
  const places: (readonly [from: number, to: number, name: string])[] = []
  const tensors = Object.entries(entries).map(([name, entry]) => {
    const { dtype, shape, from, to } = entryOf(name, entry)
    const bytes = countOf(name, shape) * widths[dtype]
    if (to - from !== bytes)
      throw new ImportError(
        `${name} is ${shape.join('×')} of ${dtype}, which takes ${bytes} bytes, not ${to - from}.`,
      )
    if (data + to > source.size)
      throw new ImportError(`${source.name} is cut off: ${name} lies beyond its end.`)
    places.push([from, to, name])
    return {
      name,
      shape,
      dtype,
      read: async () => decode(await exactly(source, data + from, data + to), dtype),
    }
  })
  let end = 0
  for (const [from, to, name] of places.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (from !== end)
      throw new ImportError(
        from < end
          ? `The values of ${name} overlap those of another tensor.`
          : `There is a gap between the values of ${name} and those before it.`,
      )
    end = to
  }
  return { tensors, metadata: textsOf(__metadata__) }
}

function parse(text: string, name: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ImportError(`The header of ${name} is not JSON.`)
  }
  if (!isRecord(value)) throw new ImportError(`The header of ${name} does not list tensors.`)
  const twice = duplicate(text, Object.keys(value))
  if (twice !== undefined) throw new ImportError(`${name} has two tensors called ${twice}.`)
  return value
}

/** JSON.parse keeps the last of two equal keys; the count of those on the first level tells. */
function duplicate(text: string, keys: readonly string[]): string | undefined {
  const counted = text.match(/"dtype"\s*:/g)?.length ?? 0
  const known = keys.filter((key) => key !== '__metadata__').length
  if (counted <= known) return undefined
  return keys.find((key) => text.split(`${JSON.stringify(key)}:`).length > 2) ?? keys[0]
}

function entryOf(name: string, entry: unknown) {
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {}
  const type = typeof dtype === 'string' ? dtypes[dtype] : undefined
  if (!type)
    throw new ImportError(`The values of ${name} have the type ${String(dtype)}, which cannot be read here.`)
  if (!isNumbers(shape) || !isNumbers(offsets) || offsets.length !== 2)
    throw new ImportError(`The header does not say how large ${name} is and where it lies.`)
  return { dtype: type, shape, from: offsets[0], to: offsets[1] }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && (each as number) >= 0)

/** What of a header is text. */
export function textsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
