import { expect, it } from 'vitest'
import { UsageError } from '../arguments'
import { lineOf, main } from './bench'
import { openTimes } from './open'

it.each([[['trian']], [['resnet18', 'restnet50']]])(
  'does not know what nobody can measure: %s',
  async (words) => {
    const said = main(words)
    await expect(said).rejects.toThrow(UsageError)
    await expect(said).rejects.toThrow(`bench does not know "${words.at(-1)}".\nUsage: npm run bench`)
  },
)

it('asks for the files that are to be opened', () =>
  expect(openTimes([])).rejects.toThrow('Name the files to open.'))

it('calls missed what is above its limit, and what could not be measured', () => {
  const row = { what: 'a run', ours: '2 ms', against: '1 ms', limit: 1 }
  expect(lineOf({ ...row, ratio: 1 })).toBe('| a run | 2 ms | 1 ms | 1.00 | ≤ 1.00 |')
  for (const ratio of [2, NaN]) expect(lineOf({ ...row, ratio })).toMatch(/\| ≤ 1\.00, \*\*missed\*\* \|$/)
})
