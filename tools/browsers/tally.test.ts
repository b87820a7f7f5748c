import { expect, it } from 'vitest'
import { table, Tally } from './tally'

it('a table counts checks of one row together and says how long the slowest took and what they ran on', () => {
  const tally = new Tally()
  tally.add(['Firefox', 'isolated', 'wasm'], 'reload', { seconds: 1.25, on: 'WASM' })
  tally.add(['Firefox', 'isolated', 'wasm'], 'reload', { seconds: 3.04, on: 'WASM' })
  tally.add(['Firefox', 'isolated', 'wasm'], 'reload', { fault: 'The run failed.' })
  tally.add(['WebKitGTK', '', ''], 'installed', { fault: 'It is not.' })

  expect(table(tally.rows)).toBe(
    [
      'browser    headers   backend  check      passed  slowest  ran on',
      'Firefox    isolated  wasm     reload     2 of 3  3.0 s    WASM × 2',
      'WebKitGTK                     installed  0 of 1',
    ].join('\n'),
  )
  expect(tally.failures).toEqual([
    'Firefox, isolated, wasm, reload: The run failed.',
    'WebKitGTK, installed: It is not.',
  ])
  expect([tally.passed, tally.failed]).toEqual([2, 2])
})
