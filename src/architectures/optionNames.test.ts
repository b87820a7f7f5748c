import { expect, it } from 'vitest'
import { families } from './index'
import { optionName } from './optionNames'

it('every option of every family has a name of its own in words', () => {
  for (const { id, options } of families) {
    const names = Object.keys(options).map(optionName)
    for (const name of names) expect(name, id).toMatch(/^[a-z]{4,}[a-z0-9 ]*$/)
    expect(new Set(names).size, id).toBe(names.length)
  }
})
