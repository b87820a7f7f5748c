import { expect, it } from 'vitest'
import { bytes, count, measured, milliseconds, percent, short, signed, tight } from './format'

it('counts are exact and grouped', () => expect(count(11689512)).toBe('11,689,512'))

it('short counts keep three digits', () => {
  expect(short(1_814_073_344)).toBe('1.81 G')
  expect(short(11_689_512)).toBe('11.7 M')
  expect(short(999_950)).toBe('1 M')
  expect(short(512)).toBe('512')
})

it('what is compared has one unit, so that no prefix has to be converted', () => {
  expect([1_582_671_872, 714_188_480].map((value) => short(value, 1_582_671_872))).toEqual([
    '1.58 G',
    '0.714 G',
  ])
  expect(short(11_689_512, 25_557_032)).toBe('11.7 M')
  expect(short(269_722, 11_689_512)).toBe('0.27 M')
  // A hundredth of it would be written with zeros.
  expect(short(33_312, 11_689_512)).toBe('33.3 k')
  expect(short(0, 11_689_512)).toBe('0')
})

it('a small share is told from none', () => {
  expect(percent(0)).toBe('0.0%')
  expect(percent(0.0001)).toBe('< 0.1%')
  expect(percent(0.2567)).toBe('25.7%')
})

it('bytes go in steps of 1024', () => {
  expect(bytes(1000)).toBe('1,000 bytes')
  expect(bytes(802_816 * 4)).toBe('3.06 MiB')
})

it('measured values use a true minus sign and say when they are broken', () => {
  expect(measured(-2.14159)).toBe('−2.14')
  expect(measured(0.0000123)).toBe('1.23e−5')
  expect(measured(NaN)).toBe('not a number')
  expect(measured(-Infinity)).toBe('−∞')
})

it('a number in a small cell has six signs at most', () => {
  expect([-0.12345, 0.0479, -0.006132, 12.345, -598.6, 0].map(tight)).toEqual([
    '−0.123',
    '0.048',
    '−0.006',
    '12.3',
    '−599',
    '0',
  ])
  expect(tight(-0.00004)).toBe('−4e−5')
})

it('long times are told in seconds', () => {
  expect(milliseconds(31.4)).toBe('31 ms')
  expect(milliseconds(1270)).toBe('1.27 s')
})

it('a difference has its sign, whichever way it goes', () => {
  expect(signed(1_234_567)).toBe('+1,234,567')
  expect(signed(-512)).toBe('−512')
  expect(signed(-1_500_000, short)).toBe('−1.5 M')
})
