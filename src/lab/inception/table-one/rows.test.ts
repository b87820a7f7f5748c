import { describe, expect, it } from 'vitest'
import { columns, differs, isInconsistent, ratios, rowsOf, sums } from './rows'

const rows = rowsOf()
const row = (name: string) => rows.find((one) => one.row.includes(name))!

describe('table 1 of GoogLeNet, counted', () => {
  it('has a first row that belongs to another layer', () => {
    expect(row('7×7').cells.params!.how).toContain('7·7·3·64 = 9,408 weights')
    expect(row('7×7').cells.params!.off).toBeLessThan(-0.7)
    expect(row('7×7').cells.ops!.off).toBeLessThan(-0.7)
  })

  it.each([
    ['3×3/1', '114,688', '359,661,568'],
    ['3a', '163,328', '128,049,152'],
    ['4c', '509,440', '99,850,240'],
    ['5a', '1,042,432', '51,079,168'],
    ['5b', '1,442,816', '70,697,984'],
    ['linear', '1,024,000', '1,024,000'],
  ])('%s: %s weights, %s MACs', (name, weights, macs) => {
    expect(row(name).cells.params!.how).toContain(`= ${weights} weights`)
    expect(row(name).cells.ops!.how).toContain(`= ${macs} multiply-accumulates`)
  })

  it('agrees in every size, depth and number of filters', () => {
    const structure = columns.filter((column) => column !== 'params' && column !== 'ops')
    for (const { row, cells } of rows)
      for (const column of structure) {
        const cell = cells[column]
        if (cell) expect([row, column, cell.counted]).toEqual([row, column, cell.said])
      }
    expect(rows.flatMap(({ cells }) => Object.keys(cells))).toHaveLength(17 + 17 + 2 + 9 * 6 + 12 + 12)
  })

  it('spells the channel sum of a block and the rounding of a pool', () => {
    expect(row('3a').cells.output!.how).toContain('64 + 128 + 32 + 32 = 256')
    expect(row('max pool').cells.output!.how).toContain('56')
  })

  it('differs by more than rounding in these cells', () => {
    const wrong = rows.flatMap(({ row, cells }) =>
      columns
        .filter((column) => cells[column] && differs(cells[column]))
        .map((column) => `${row}: ${column}`),
    )
    expect(wrong).toEqual([
      'conv 7×7/2: params',
      'conv 7×7/2: ops',
      'block 4c: params',
      'block 5a: params',
      'block 5a: ops',
    ])
  })

  it('adds up to what the curriculum of the lecture counted', () => {
    const { params, ops } = sums()
    expect(params.how).toContain('6,990,272 weights')
    expect(ops.how).toContain('1,582,671,872')
    expect([params.said, ops.said]).toEqual(['6797.7K', '1502M'])
  })

  it('fails its own ratio test in three rows, most of all at 4c, whose two numbers need 211 positions on a map of 196', () => {
    const four = ratios().find(({ row }) => row.includes('4c'))!
    expect(Math.round(four.implied)).toBe(211)
    expect(four.positions).toBe(196)
    expect(
      ratios()
        .filter(isInconsistent)
        .map(({ row }) => row),
    ).toEqual(['block 4c', 'block 4d', 'block 5b'])
  })
})
