import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readKept, writeKept } from './kept'
import { useProgress } from './progress'
import { afterAnswer, dayOf, dueOn, type Repeats } from './repeat'

const question = 'shapes/tensor#How wide is its output?'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 0, 1, 22), toFake: ['Date'] })
  useProgress.getState().reset()
})
afterEach(() => {
  useProgress.getState().reset()
  vi.useRealTimers()
})

/** Answers on the evening of a day of January. */
function answerOn(day: number, right: boolean): void {
  vi.setSystemTime(new Date(2026, 0, day, 22))
  useProgress.getState().answer(question, right ? '112' : '111', right)
}

/** Whether it is to be repeated in the morning of a day of January. */
const isDueOn = (day: number) =>
  dueOn(useProgress.getState().repeats, dayOf(new Date(2026, 0, day, 7).getTime())).includes(question)

describe('a question', () => {
  it('that is answered right at once does not come back', () => {
    answerOn(1, true)
    expect(useProgress.getState().repeats).toEqual({})
  })

  it('that was missed comes back the next morning, also when it was answered right on the same day', () => {
    answerOn(1, false)
    answerOn(1, true)
    expect([isDueOn(1), isDueOn(2)]).toEqual([false, true])
  })

  it('comes back after 1, 3, 7 and 16 days, and then no more', () => {
    answerOn(1, false)
    answerOn(2, true)
    expect([isDueOn(4), isDueOn(5)]).toEqual([false, true])
    answerOn(5, true)
    expect([isDueOn(11), isDueOn(12)]).toEqual([false, true])
    answerOn(12, true)
    expect([isDueOn(27), isDueOn(28)]).toEqual([false, true])
    answerOn(28, true)
    expect(useProgress.getState().repeats).toEqual({})
  })

  it('that is missed again begins again', () => {
    answerOn(1, false)
    answerOn(2, true)
    answerOn(5, false)
    expect([isDueOn(5), isDueOn(6)]).toEqual([false, true])
  })

  it('may be asked anew without leaving its box, and is forgotten with the progress', () => {
    answerOn(1, false)
    useProgress.getState().retry(question)
    expect(isDueOn(2)).toBe(true)
    useProgress.getState().reset()
    expect(isDueOn(2)).toBe(false)
  })
})

it('a clock that was years ahead and is set right keeps no question away for years', () => {
  const ahead = afterAnswer({}, 'a', false, 24_000)
  expect(dueOn(ahead, 20_500)).toEqual(['a'])
  expect(afterAnswer(ahead, 'a', true, 20_500)).toEqual({ a: { box: 1, due: 20_503 } })
  // Who travels west lives a day twice, which is no such clock.
  const last = { a: { box: 3, due: 20_516 } }
  expect(dueOn(last, 20_499)).toEqual([])
})

it('those that have waited longest come first', () => {
  let repeats: Repeats = {}
  for (const [name, day] of Object.entries({ late: 9, early: 3, next: 20 }))
    repeats = afterAnswer(repeats, name, false, day)
  expect(dueOn(repeats, 20)).toEqual(['early', 'late'])
})

describe('the boxes in a file of progress', () => {
  it('are kept, and missing in one from before there were any', () => {
    const kept = { seen: [], answers: {}, repeats: { [question]: { box: 2, due: 20000 } } }
    expect(readKept(writeKept(kept))).toEqual(kept)
    expect(readKept('{"version":1,"seen":[],"answers":{}}')?.repeats).toEqual({})
  })

  it('are no boxes that there are not', () =>
    expect(
      readKept('{"version":1,"seen":[],"answers":{},"repeats":{"a/b#c":{"box":4,"due":1}}}')?.repeats,
    ).toEqual({}))
})
