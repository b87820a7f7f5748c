import { halfOf } from '../nn/half'
import { ImportError } from './error'

/** Bytes of one value. */
export const widths = {
  float64: 8,
  float32: 4,
  float16: 2,
  /** The upper half of a 32-bit float. */
  bfloat16: 2,
  int64: 8,
  uint64: 8,
  int32: 4,
  uint32: 4,
  int16: 2,
  uint16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
} as const

/** How the values of a tensor are written in its file. */
export type DType = keyof typeof widths

/** A tensor of a file: its header has been read, its values are not. */
export interface FileTensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly dtype: DType
  /** Its values in the order of its shape, the last side fastest; read anew at every call. */
  read(): Promise<Float32Array<ArrayBuffer>>
}

/** More values than any network here has; what claims more is not believed. */
const most = 2 ** 31

/** The number of values of a shape; throws an `ImportError` where it is none. */
export function countOf(name: string, shape: readonly number[]): number {
  let count = 1
  for (const side of shape) {
    if (!(Number.isSafeInteger(side) && side >= 0))
      throw new ImportError(`The shape of ${name} is not made of whole numbers: ${shape.join('×')}.`)
    count *= side
    if (count > most)
      throw new ImportError(`${name} would have more than ${most} values: ${shape.join('×')}.`)
  }
  return count
}

/** Values as they lie in a file, little-endian, as 32-bit floats. */
export function decode(bytes: Uint8Array<ArrayBuffer>, dtype: DType): Float32Array<ArrayBuffer> {
  const count = Math.floor(bytes.length / widths[dtype])
  // All machines that browsers run on are little-endian, and a slice begins where its buffer does.
  if (dtype === 'float32' && bytes.byteOffset % 4 === 0)
    return new Float32Array(bytes.buffer, bytes.byteOffset, count)
  const at = valueAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), dtype)
  const values = new Float32Array(count)
  for (let i = 0; i < count; i++) values[i] = at(i)
  return values
}

function valueAt(view: DataView, dtype: DType): (place: number) => number {
  switch (dtype) {
    case 'float64':
      return (i) => view.getFloat64(8 * i, true)
    case 'float32':
      return (i) => view.getFloat32(4 * i, true)
    case 'float16':
      return (i) => halfOf(view.getUint16(2 * i, true))
    case 'bfloat16': {
      const wide = new DataView(new ArrayBuffer(4))
      return (i) => {
        wide.setUint16(2, view.getUint16(2 * i, true), true)
        return wide.getFloat32(0, true)
      }
    }
    case 'int64':
      return (i) => Number(view.getBigInt64(8 * i, true))
    case 'uint64':
      return (i) => Number(view.getBigUint64(8 * i, true))
    case 'int32':
      return (i) => view.getInt32(4 * i, true)
    case 'uint32':
      return (i) => view.getUint32(4 * i, true)
    case 'int16':
      return (i) => view.getInt16(2 * i, true)
    case 'uint16':
      return (i) => view.getUint16(2 * i, true)
    case 'int8':
      return (i) => view.getInt8(i)
    case 'uint8':
    case 'bool':
      return (i) => view.getUint8(i)
  }
}
