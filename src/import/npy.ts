import { ImportError } from './error'
import { exactly, type Source } from './source'
import { countOf, decode, type DType, type FileTensor, widths } from './tensors'
import type { Entry } from './zip'

const dtypes: Readonly<Record<string, DType>> = {
  f8: 'float64',
  f4: 'float32',
  f2: 'float16',
  i8: 'int64',
  u8: 'uint64',
  i4: 'int32',
  u4: 'uint32',
  i2: 'int16',
  u2: 'uint16',
  i1: 'int8',
  u1: 'uint8',
  b1: 'bool',
}

/** A header is a line of Python that names type, order and shape. */
const longestHeader = 65_536

/** Tensors of an .npz: a zip of one .npy for each (numpy.lib.format). */
export async function readNpz(entries: readonly Entry[]): Promise<readonly FileTensor[]> {
  const tensors: FileTensor[] = []
  for (const entry of entries) {
    if (!entry.name.endsWith('.npy')) continue
    const name = entry.name.slice(0, -'.npy'.length)
    const header = headerOf(name, await entry.read(longestHeader))
    if (header.begin + header.bytes > entry.size) throw new ImportError(`${name} is cut off.`)
    tensors.push({
      name,
      shape: header.shape,
      dtype: header.dtype,
      async read() {
        const stored = await entry.stored()
        const end = header.begin + header.bytes
        const bytes = stored
          ? await exactly(stored, header.begin, end)
          : (await entry.read(end)).slice(header.begin)
        return ordered(decode(bytes, header.dtype), header)
      },
    })
  }
  if (tensors.length === 0) throw new ImportError('The file contains no arrays.')
  return tensors
}

/** The one tensor of an .npy, called by the name of its file. */
export async function readNpy(source: Source): Promise<readonly FileTensor[]> {
  const name = source.name.replace(/\.npy$/, '')
  const header = headerOf(name, await source.slice(0, Math.min(longestHeader, source.size)))
  const end = header.begin + header.bytes
  if (end > source.size) throw new ImportError(`${name} is cut off.`)
  const read = async () => ordered(decode(await exactly(source, header.begin, end), header.dtype), header)
  return [{ name, shape: header.shape, dtype: header.dtype, read }]
}

interface Header {
  readonly shape: readonly number[]
  readonly dtype: DType
  readonly isColumnMajor: boolean
  readonly begin: number
  readonly bytes: number
}

function headerOf(name: string, head: Uint8Array): Header {
  const bad = new ImportError(`${name} is not an array of numbers that can be read here.`)
  if (head.length < 12 || head[0] !== 0x93) throw bad
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const [length, from] = head[6] === 1 ? [view.getUint16(8, true), 10] : [view.getUint32(8, true), 12]
  if (from + length > head.length) throw bad
  const text = new TextDecoder().decode(head.subarray(from, from + length))
  const type = /'descr'\s*:\s*'([<>|=])(\w\d+)'/.exec(text)
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)
  const sides = /'shape'\s*:\s*\(([\d,\s]*)\)/.exec(text)
  if (!type || !order || !sides) throw bad
  const dtype = dtypes[type[2]]
  if (type[1] === '>' || !dtype)
    throw new ImportError(
      `The values of ${name} have the type ${type[1]}${type[2]}, which cannot be read here.`,
    )
  const shape = sides[1]
    .split(',')
    .filter((side) => side.trim() !== '')
    .map(Number)
  return {
    shape,
    dtype,
    isColumnMajor: order[1] === 'True' && shape.length > 1,
    begin: from + length,
    bytes: countOf(name, shape) * widths[dtype],
  }
}

/** Arrays in Fortran's order have the first side fastest. */
function ordered(values: Float32Array<ArrayBuffer>, { isColumnMajor, shape }: Header) {
  if (!isColumnMajor) return values
  const turned = new Float32Array(values.length)
  const steps = shape.map((_, axis) => shape.slice(0, axis).reduce((product, side) => product * side, 1))
  const place = shape.map(() => 0)
  for (let i = 0; i < turned.length; i++) {
    turned[i] = values[place.reduce((sum, index, axis) => sum + index * steps[axis], 0)]
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (++place[axis] < shape[axis]) break
      place[axis] = 0
    }
  }
  return turned
}
