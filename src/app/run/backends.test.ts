import { expect, it } from 'vitest'
import { backendLine, newest } from './backends'

it('a choice by hand, which measures nothing, forgets no measurement', () => {
  const known = [
    { backend: 'wasm', milliseconds: 12 },
    { backend: 'webgpu', milliseconds: null, reason: 'Not here.' },
  ] as const
  expect(newest(known, [])).toEqual(known)
  expect(newest(known, [{ backend: 'wasm', milliseconds: 9 }])).toEqual([
    known[1],
    { backend: 'wasm', milliseconds: 9 },
  ])
})

it('the time of the last run is not shown as that of a new one', () => {
  const status = { state: 'ready', backend: 'wasm', threads: 1, probes: [] } as const
  const last = { backend: 'wasm', milliseconds: 31 } as const
  expect(backendLine(status, last)).toMatch(/^WASM · 31/)
  expect(backendLine(status, last, true)).toBe('WASM · running …')
})
