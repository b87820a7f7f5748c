import { expect, it } from 'vitest'
import { build } from './build'
import { faultWords, hasUnknown, whyBroken } from './misfit'
import { afterWords, closed } from './ops/closed'
import { conv } from './ops/conv'
import { seq, type Spec } from './spec'

const unknown = closed({ title: 'Erf', why: 'Erf cannot be computed here', holds: ['Erf'], shape: [8, 8, 4] })
const large = conv({ filters: 4, kernel: 20 }, 'large')

const graphOf = (...body: Spec[]) =>
  build({ id: 'test', title: 'Test', input: [8, 8, 3], body: seq(...body) })

it('what is unknown is not called a misfit, and what does not fit is not called unknown', () => {
  const [strange, torn, both, whole] = [
    graphOf(unknown),
    graphOf(large),
    graphOf(unknown, large),
    graphOf(conv({ filters: 4, kernel: 3 })),
  ]
  expect([strange, torn, both, whole].map(({ issues }) => faultWords(issues))).toEqual([
    '1 is unknown here',
    '1 does not fit',
    '1 does not fit, 1 is unknown here',
    '',
  ])
  expect(whyBroken(strange)).toBe(
    'A part of the network is unknown here: unknown: Erf cannot be computed here.',
  )
  expect(whyBroken(torn)).toMatch(/^The network does not fit together: large: a window 20 high/)
  expect(whyBroken(whole)).toBeUndefined()
  expect([strange, torn, both, whole].map(hasUnknown)).toEqual([true, false, true, false])
})

it('operators behind an unknown one are named', () => {
  expect(afterWords()).toBe('')
  expect(afterWords(['Gemm'])).toBe(' The operator after it, Gemm, is not shown.')
  expect(afterWords(['Relu', 'ReduceMean', 'Gemm'])).toBe(
    ' The 3 operators after it, Relu, ReduceMean and Gemm, are not shown.',
  )
})
