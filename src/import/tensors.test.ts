import { expect, it } from 'vitest'
import { countOf, decode, type DType } from './tensors'

const bytes = (...values: number[]) => Uint8Array.from(values)

it.each<[DType, Uint8Array<ArrayBuffer>, number[]]>([
  ['float32', bytes(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0), [1, -2]],
  ['float64', bytes(0, 0, 0, 0, 0, 0, 0xf8, 0x3f), [1.5]],
  ['float16', bytes(0, 0x3c, 0, 0xc0), [1, -2]],
  ['bfloat16', bytes(0x80, 0x3f, 0x40, 0xc0), [1, -3]],
  ['int64', bytes(0xfe, 255, 255, 255, 255, 255, 255, 255), [-2]],
  ['int8', bytes(0xff, 3), [-1, 3]],
  ['uint8', bytes(0xff, 3), [255, 3]],
])('%s is read as it is written', (dtype, written, values) =>
  expect([...decode(written, dtype)]).toEqual(values),
)

it('32-bit floats that lie at an odd place are read, too', () =>
  expect([...decode(bytes(9, 0, 0, 0x80, 0x3f).subarray(1), 'float32')]).toEqual([1]))

it('a shape that nobody could hold is refused with its sides', () => {
  expect(countOf('w', [3, 3, 64])).toBe(576)
  expect(countOf('w', [])).toBe(1)
  expect(() => countOf('w', [2 ** 20, 2 ** 20])).toThrow('w would have more than 2147483648 values')
  expect(() => countOf('w', [2, -1])).toThrow('The shape of w is not made of whole numbers: 2×-1.')
})
