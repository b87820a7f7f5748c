import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runsIn } from '../../tools/zoo.mjs'
import type { History } from './history'

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
