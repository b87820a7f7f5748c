import { describe, expect, it } from 'vitest'
import { isInconsistent, off, rowsOf } from './rows'

const rows = rowsOf()
const row = (name: string) => rows.find((one) => one.row.includes(name))!

describe('table 1 of GoogLeNet, counted', () => {
  it('has a first row that belongs to another layer', () => {
    expect(row('7×7').weights).toBe(9408)
    expect(off(row('7×7').params, row('7×7').weights)).toBeLessThan(-0.7)
  })

  it.each([
    ['3×3/1', 114_688, 359_661_568],
    ['3a', 163_328, 128_049_152],
    ['4c', 509_440, 99_850_240],
    ['5a', 1_042_432, 51_079_168],
    ['5b', 1_442_816, 70_697_984],
    ['linear', 1_024_000, 1_024_000],
  ])('%s: %i weights, %i MACs', (name, weights, macs) => {
    expect([row(name).weights, row(name).macs]).toEqual([weights, macs])
  })

  it('adds up to what the curriculum of the lecture counted', () => {
    expect(rows.reduce((sum, { weights }) => sum + weights, 0)).toBe(6_990_272)
    expect(rows.reduce((sum, { macs }) => sum + macs, 0)).toBe(1_582_671_872)
    expect(rows.reduce((sum, { ops }) => sum + ops, 0)).toBe(1502e6)
  })

  it('fails its own ratio test at 4c, whose two numbers need 211 positions on a map of 196', () => {
    expect(Math.round(row('4c').implied)).toBe(211)
    expect(row('4c').positions).toBe(196)
    expect(rows.filter(isInconsistent).map((one) => one.row)).toEqual(['inception (4c)'])
  })
})
