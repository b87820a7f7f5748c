import { describe, expect, it } from 'vitest'
import { type Attribute, readAttribute, showAttribute, stepAttribute, writeAttribute } from './attribute'
import { ops } from './ops'

const filters: Attribute = { label: 'filters', kind: 'whole', min: 1, max: 8192 }
const kernel: Attribute = { label: 'kernel', kind: 'pair', min: 1, max: 255 }
const pad: Attribute = { label: 'padding', kind: 'pad', min: 0, max: 64 }

describe('a typed value', () => {
  it('is one number for a square window, and height × width otherwise', () => {
    expect(readAttribute(kernel, '5')).toEqual({ value: 5 })
    expect(readAttribute(kernel, '1x7')).toEqual({ value: [1, 7] })
    expect(readAttribute(kernel, ' 3 × 3 ')).toEqual({ value: 3 })
  })

  it('pads the same, not at all, all sides alike or each on its own', () => {
    expect(readAttribute(pad, 'same')).toEqual({ value: 'same' })
    expect(readAttribute(pad, 'valid')).toEqual({ value: 0 })
    expect(readAttribute(pad, '2')).toEqual({ value: 2 })
    expect(readAttribute(pad, '1x0x1x0')).toEqual({ value: [1, 0, 1, 0] })
  })

  it.each(['abc', '1.5', '-3', '', '0', '3x3', '99999'])('of "%s" is no count of filters', (text) =>
    expect(readAttribute(filters, text)).toEqual({
      sentence: `filters cannot be ${text || 'empty'}: it takes a whole number from 1 to 8192`,
    }),
  )

  it('is read back as it was written', () => {
    for (const value of [7, [1, 7], 'same', [1, 0, 1, 0]]) {
      const attribute = Array.isArray(value) && value.length === 2 ? kernel : pad
      expect(readAttribute(attribute, writeAttribute(value))).toEqual({ value })
    }
    expect(showAttribute([1, 7])).toBe('1×7')
  })
})

it('a step stays within the bounds, and a rectangle grows on both sides', () => {
  expect(stepAttribute(filters, 1, -1)).toBe(1)
  expect(stepAttribute(kernel, [1, 7], 1)).toEqual([2, 8])
  expect(stepAttribute(pad, 'same', 1)).toBeUndefined()
})

it('every editable attribute of an op is one that it has, and its examples can be typed', () => {
  for (const op of Object.values(ops))
    for (const [name, attribute] of Object.entries(op.editable ?? {}))
      for (const { attrs } of op.examples) {
        const value = { ...op.defaults, ...attrs }[name]
        expect(value, `${op.name}.${name}`).toBeDefined()
        expect(readAttribute(attribute!, writeAttribute(value))).toEqual({ value })
      }
})
