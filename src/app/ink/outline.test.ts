import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline'

const line = (pressure: (i: number) => number) =>
  Array.from({ length: 20 }, (_, i): [number, number, number] => [i * 10, 0, pressure(i)])

/** The height of an outline near one end of the line. */
function heightAt(path: string, from: number, to: number): number {
  const ys = [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)]
    .map(([, x, y]) => [Number(x), Number(y)])
    .filter(([x]) => x >= from && x <= to)
    .map(([, y]) => y)
  return Math.max(...ys) - Math.min(...ys)
}

describe('the outline of a stroke', () => {
  it('is wider where it was pressed harder', () => {
    const path = outlineOf({ tool: 'pen', width: 20, points: line((i) => (i < 10 ? 0.1 : 1)) })
    expect(heightAt(path, 150, 180)).toBeGreaterThan(1.5 * heightAt(path, 20, 50))
  })

  it('of a highlighter is even', () => {
    const path = outlineOf({ tool: 'highlighter', width: 20, points: line((i) => (i < 10 ? 0.1 : 1)) })
    expect(heightAt(path, 130, 160)).toBeCloseTo(heightAt(path, 30, 60), 0)
  })

  it('of a point is a dot', () => {
    expect(outlineOf({ tool: 'pen', width: 4, points: [[5, 5, 0.5]] })).toMatch(/^M.*Z$/)
  })
})
