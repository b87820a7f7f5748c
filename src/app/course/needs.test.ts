import { expect, it } from 'vitest'
import { modules } from '../../../content/course'
import { needsOf } from './needs'

const named = (wanted: string) => modules.find(({ id }) => id === wanted)!

it('a module says by number what it builds on', () => {
  expect(needsOf(named('m0'))).toBeUndefined()
  expect(needsOf(named('m1'))).toBe('after module 0')
  expect(needsOf(named('m6'))).toBe('after modules 1, 3, 4 and 5')
})

it.each(modules.map((module) => [module.id, module] as const))(
  '%s builds on earlier modules only',
  (_, module) =>
    expect(module.needs.every((need) => modules.indexOf(named(need)) < modules.indexOf(module))).toBe(true),
)

it.each(modules.map(({ id, can }) => [id, can] as const))(
  'what one can do after %s ends a sentence',
  (_, can) => expect(can).toMatch(/^\p{Ll}.*[^.]$/u),
)
