import { dataType, decodeMessage, tensor, type Tensor } from '../../export/onnx/proto'
import { ImportError } from '../error'
import { exactly, type Source } from '../source'
import { countOf, decode, type DType, type FileTensor, widths } from '../tensors'
import type { FoundTensor } from './wire'

/** The files of one model: itself, and those its weights may lie in. */
export interface Files {
  readonly model: Source
  readonly others: readonly Source[]
  /** Those of the others that were needed, as far as is known. */
  readonly used?: Set<Source>
}

const names: Readonly<Record<number, DType>> = {
  [dataType.float]: 'float32',
  [dataType.double]: 'float64',
  [dataType.float16]: 'float16',
  [dataType.bfloat16]: 'bfloat16',
  [dataType.int64]: 'int64',
  [dataType.uint64]: 'uint64',
  [dataType.int32]: 'int32',
  [dataType.uint32]: 'uint32',
  [dataType.int16]: 'int16',
  [dataType.uint16]: 'uint16',
  [dataType.int8]: 'int8',
  [dataType.uint8]: 'uint8',
  [dataType.bool]: 'bool',
}

/** A weights file that the model names and nobody brought. */
export class MissingFileError extends ImportError {
  constructor(
    model: string,
    readonly missing: string,
  ) {
    super(`${model} keeps its weights in a second file, ${missing}: drop both together.`)
  }
}

/**
 * A tensor of a model, whose values are read when asked for. Throws an `ImportError` where its length contradicts its
 * shape, its type is unknown, or its file is not there.
 */
export function fileTensor(found: FoundTensor, files: Files): FileTensor {
  const name = found.name ?? 'a tensor'
  const dtype = names[found.dataType]
  const shape = found.dims
  const count = countOf(name, shape)
  if (!dtype)
    throw new ImportError(
      `The tensor ${name} is of a type that cannot be read here (ONNX number ${found.dataType}).`,
    )
  const expect = (values: number) => {
    if (values !== count)
      throw new ImportError(
        `The tensor ${name} should have ${count.toLocaleString('en')} values (${shape.join('×') || 'one number'}), but its file holds ${values.toLocaleString('en')}.`,
      )
  }
  const of = (read: FileTensor['read']): FileTensor => ({ name, shape, dtype, read })

  if (found.dataLocation === 1) {
    const { source, from, to } = external(found, files, count * widths[dtype])
    expect((to - from) / widths[dtype])
    return of(async () => decode(await exactly(source, from, to), dtype))
  }
  if (found.at) {
    const { from, to, holds } = found.at
    if (holds === 'message')
      return of(async () => {
        const values = inline(decodeMessage<Tensor>(await exactly(files.model, from, to), tensor), dtype)
        expect(values.length)
        return values
      })
    const stored = ({ raw: dtype, floats: 'float32', doubles: 'float64' } as const)[holds]
    expect((to - from) / widths[stored])
    return of(async () => decode(await exactly(files.model, from, to), stored))
  }
  const values = inline(found, dtype)
  expect(values.length)
  return of(() => Promise.resolve(values.slice()))
}

/** Values that stand in the message itself, in the field that their type has. */
function inline(found: Tensor, dtype: DType): Float32Array<ArrayBuffer> {
  if (found.rawData?.length) return decode(new Uint8Array(found.rawData), dtype)
  const lists = [found.floatData, found.doubleData, found.int64Data, found.int32Data]
  const list = lists.find((values) => values?.length) ?? []
  if (dtype !== 'float16' && dtype !== 'bfloat16') return Float32Array.from(list)
  // Halves stand as the numbers of their bits.
  return decode(new Uint8Array(Uint16Array.from(list).buffer), dtype)
}

/** Small whole numbers of a tensor that lies in the message itself, without the rounding of floats. */
export function wholeNumbers(found: FoundTensor): readonly number[] {
  if (found.rawData?.length && found.dataType === dataType.int64 && found.rawData.length % 8 === 0)
    return [...new BigInt64Array(new Uint8Array(found.rawData).buffer)].map(Number)
  return found.int64Data?.length ? found.int64Data : [...inline(found, names[found.dataType] ?? 'float32')]
}

function external(found: FoundTensor, files: Files, bytes: number) {
  const given = new Map(found.externalData?.map(({ key, value }) => [key, value]))
  const location = given.get('location') ?? ''
  // Where it lies on the disk of its maker is nobody's business: the name decides.
  const name = location.split(/[\\/]/).at(-1)!
  const { others, model } = files
  const source = others.find((file) => file.name === name) ?? (others.length === 1 ? others[0] : undefined)
  if (!source) throw new MissingFileError(model.name, name)
  files.used?.add(source)
  const from = Number(given.get('offset') ?? 0)
  const to = from + Number(given.get('length') ?? bytes)
  if (!(Number.isSafeInteger(from) && from >= 0 && Number.isSafeInteger(to) && to <= source.size))
    throw new ImportError(
      `The tensor ${found.name} should lie at ${from.toLocaleString('en')} to ${to.toLocaleString('en')} in ${source.name}, which has ${source.size.toLocaleString('en')} bytes: the two files do not belong together, or one is cut off.`,
    )
  return { source, from, to }
}
