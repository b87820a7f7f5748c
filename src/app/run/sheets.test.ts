import { expect, it } from 'vitest'
import { Sheets } from './sheets'

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)

/** Looks at every name as often, as paintings do; what is not there is asked for once and arrives. */
function paint(
  sheets: Sheets<string>,
  asked: Set<string>,
  visible: readonly string[],
  times: number,
): number {
  let asks = 0
  for (let i = 0; i < times; i++)
    for (const name of visible) {
      if (sheets.get(name) || asked.has(name)) continue
      asked.add(name)
      asks++
      for (const gone of sheets.add(name, name)) asked.delete(gone)
    }
  return asks
}

it('a picture that was let go of is asked for again when it is seen again', () => {
  const [sheets, asked] = [new Sheets<string>(4), new Set<string>()]
  paint(sheets, asked, names('a', 4), 10)
  paint(sheets, asked, names('b', 4), 10)
  paint(sheets, asked, names('c', 4), 10)
  expect(sheets.get('a0')).toBeUndefined()
  expect(paint(sheets, asked, names('a', 4), 10)).toBe(4)
  expect(names('a', 4).map((name) => sheets.get(name))).toEqual(names('a', 4))
})

it('what is on screen stays, even where there is more of it than is kept', () => {
  const [sheets, asked] = [new Sheets<string>(4), new Set<string>()]
  expect(paint(sheets, asked, names('a', 10), 50)).toBe(10)
})
