import { describe, expect, it } from 'vitest'
import { type Kept, ofSlides, readFile, readKept, writeKept } from './kept'

const kept: Kept = {
  seen: ['growth/rate', 'growth/count'],
  answers: { 'growth/rate#How many?': { given: '12', right: true, tries: 2 } },
  repeats: { 'growth/rate#How many?': { box: 1, due: 20500 } },
}
const slides = new Set(['growth/rate', 'growth/count'])

describe('a record of progress', () => {
  it('is read as it was written', () => expect(readKept(writeKept(kept))).toEqual(kept))

  it('counts a slide once, however often it is named', () => {
    const many = writeKept({ ...kept, seen: Array.from({ length: 5000 }, () => 'growth/rate') })
    expect(readKept(many)?.seen).toEqual(['growth/rate'])
  })

  it('keeps what is about slides of the course, and tells how much was not', () => {
    const foreign: Kept = {
      seen: [...kept.seen, ...Array.from({ length: 400_000 }, (_, i) => `none/${i}`)],
      answers: { ...kept.answers, 'none/1#How many?': { given: '1', right: true, tries: 1 } },
      repeats: { ...kept.repeats, 'none/1#How many?': { box: 0, due: 20500 } },
    }
    expect(ofSlides(foreign, slides)).toEqual({ kept, left: 400_001 })
  })

  it.each(['', '[]', 'null', '{"seen": 3}', '{"version": 2, "seen": [], "answers": {}}'])(
    '%s is none',
    (text) => expect(readKept(text)).toBeUndefined(),
  )

  it.each([
    ['"seen": [7, "growth/rate"], "answers": {}', 1],
    ['"seen": ["growth/rate"], "answers": {"a": {"given": "1", "right": "yes", "tries": 1}}', 1],
    ['"seen": ["growth/rate"], "answers": {"a": {"given": "1", "right": true, "tries": -3}, "b": 7}', 2],
    ['"seen": ["growth/rate"], "answers": {}, "repeats": {"a": {"box": 99, "due": 1}}', 1],
    [`"seen": ["growth/rate", "${'x'.repeat(3000)}"], "answers": {}`, 1],
  ])('with %s loses what is none, and keeps the rest', (content, left) =>
    expect(readFile(`{"version": 1, ${content}}`)).toEqual({
      kept: { seen: ['growth/rate'], answers: {}, repeats: {} },
      left,
    }),
  )

  it('may hold a question with any name', () => {
    const text = '{"version":1,"seen":[],"answers":{"__proto__":{"given":"1","right":true,"tries":1}}}'
    const found = readKept(text)
    expect(({} as { given?: string }).given).toBeUndefined()
    expect(ofSlides(found!, slides).kept.answers).toEqual({})
  })
})
