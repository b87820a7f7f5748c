import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runsIn } from '../../tools/zoo.mjs'
import type { History } from './history'
import { type AmountReport, spreadOf } from './report'

const runs: readonly History[] = runsIn(join(process.cwd(), 'public', 'runs')).runs

it('every recorded error is a share, and an epoch that broke off has none', () => {
  expect(runs.length).toBeGreaterThan(0)
  for (const { run, epochs, diverged } of runs) {
    const last = epochs[epochs.length - 1]
    expect(last.trainLoss === null, run.name).toBe(diverged)
    expect(last.trainError === null, run.name).toBe(diverged)
    for (const { trainError, testError } of diverged ? epochs.slice(0, -1) : epochs)
      for (const error of [trainError, testError]) expect(error).toSatisfy((e: number) => e >= 0 && e <= 1)
  }
})

it('ten times the images leave the widest network about six tenths of its error, as its slide says', () => {
  const [report] = runsIn(join(process.cwd(), 'public', 'runs')).amounts as AmountReport[]
  const meanOf = (way: string, each: number) => spreadOf(report, way, each)!.mean
  for (const each of [50, 150, 500])
    expect(meanOf('width 16', each * 10) / meanOf('width 16', each)).toBeCloseTo(0.61, 1)
  const few = report.ways.map(({ name }) => meanOf(name, 5))
  expect(Math.max(...few) - Math.min(...few)).toBeLessThan(0.03)
  const all = report.ways.map(({ name }) => meanOf(name, 5000))
  expect(all).toEqual([...all].sort((a, b) => b - a))
})
