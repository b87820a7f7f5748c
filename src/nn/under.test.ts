import { describe, expect, it } from 'vitest'
import type { GraphNode } from './graph'
import { ops } from './ops'
import { asMap, extent, volume } from './shape'
import { positionNear, reachOf, under } from './under'
import { readable, unitAt } from './unit'

const cases = Object.values(ops).flatMap((op) =>
  op.examples.map(({ inputs, attrs: given }) => {
    const attrs = { ...op.defaults, ...given } as Record<string, unknown>
    const shape = op.shape(inputs, attrs)
    return {
      said: `${op.name} ${JSON.stringify([inputs, given])}`,
      op,
      node: { op: op.name, attrs, inputShapes: inputs, shape } as GraphNode,
    }
  }),
)

interface Place {
  readonly row: number
  readonly column: number
}

describe('where the window of a value lies', () => {
  it.each(cases)('is where its arithmetic reads, padding included: $said', ({ op, node }) => {
    const { inputShapes, attrs, shape } = node
    const values = inputShapes.map((each) => readable(each, new Float32Array(volume(each)).fill(0.5)))
    const weights = Object.fromEntries(
      Object.keys(op.weights?.(inputShapes, attrs) ?? {}).map((name) => [name, () => 1]),
    )
    const wrong: string[] = []
    for (let i = 0; i < volume(shape); i++) {
      const at = unitAt(shape, i)
      for (const { input, cells } of op.unit!(at, values, weights, attrs).patches) {
        const [height, width] = extent(inputShapes[input])
        const { rows, columns } = under(node, input, at)
        const places = rows.flatMap((row) => columns.map((column) => ({ row, column })))
        const isInside = ({ row, column }: Place) => row >= 0 && row < height && column >= 0 && column < width
        // A channel of zeros that was added stands nowhere.
        if (cells.length === 1 && cells[0].unit === null) continue
        const read = cells.map(({ unit }) => (unit ? `${unit.row} ${unit.column}` : 'padding'))
        const seen = places.map((place) => (isInside(place) ? `${place.row} ${place.column}` : 'padding'))
        if (read.join() !== seen.join()) wrong.push(`${i}: ${read.join()} against ${seen.join()}`)
        const { top, bottom, left, right } = reachOf(node, input)
        const isReached = ({ row, column }: Place) =>
          row >= top && row < bottom && column >= left && column < right
        if (!places.every(isReached)) wrong.push(`${i}: beyond its reach`)
      }
    }
    expect(wrong).toEqual([])
  })

  it.each(cases)('is the nearest one to where it is dragged: $said', ({ op, node }) => {
    const [height, width] = asMap(node.shape)
    const first = node.inputShapes[0]
    const middle = (row: number, column: number) => {
      const { rows, columns } = under(node, 0, { row, column, channel: 0 })
      return [(rows[0] + rows[rows.length - 1]) / 2, (columns[0] + columns[columns.length - 1]) / 2]
    }
    if (op.unrolls) {
      const [rows, columns, depth] = asMap(first)
      const { channel } = positionNear(node, rows - 1, columns - 1, { row: 0, column: 0, channel: 0 })
      return expect(channel).toBe(((rows - 1) * columns + columns - 1) * depth)
    }
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const to = middle(row, column)
        const found = positionNear(node, to[0], to[1], { row: 0, column: 0, channel: 0 })
        expect(middle(found.row, found.column)).toEqual(to)
      }
  })

  it('stays on the map when it is dragged beyond', () => {
    const node = {
      op: 'conv',
      attrs: { ...ops.conv.defaults, kernel: 3, filters: 2, stride: 2, pad: 1 },
      inputShapes: [[9, 9, 1]],
      shape: [5, 5, 2],
    } as unknown as GraphNode
    const unit = { row: 2, column: 2, channel: 1 }
    expect(positionNear(node, -40, 400, unit)).toEqual({ row: 0, column: 4, channel: 1 })
    expect(under(node, 0, { ...unit, row: 0 })).toEqual({ rows: [-1, 0, 1], columns: [3, 4, 5] })
    expect(reachOf(node, 0)).toEqual({ top: -1, bottom: 10, left: -1, right: 10 })
  })
})
