import { expect, it } from 'vitest'
import { build } from '../nn/build'
import { completeOptions, create, type Options } from './family'
import { families } from './index'
import { offFor } from './options'

const needing = families.flatMap((of) =>
  Object.entries(of.options).flatMap(([name, option]) =>
    option.needs === undefined ? [] : [{ of, name, option, needs: option.needs }],
  ),
)

it('some options count only with a switch', () => expect(needing.length).toBeGreaterThan(0))

it.each(needing.map((each) => [`${each.of.id} ${each.name}`, each] as const))(
  '%s changes nothing while its switch is off, and something while it is on',
  (_, { of, name, option, needs }) => {
    const other = option.kind === 'choice' ? option.choices.find((each) => each !== option.default)! : 0.01
    const graph = (given: Options) =>
      JSON.stringify(build(create(of, completeOptions(of, undefined, given))).nodes)
    expect(of.options[needs].kind).toBe('switch')
    expect(graph({ [needs]: false, [name]: other })).toBe(graph({ [needs]: false }))
    expect(graph({ [needs]: true, [name]: other })).not.toBe(graph({ [needs]: true }))
    expect(offFor(option, { [needs]: false })).toBe(needs)
    expect(offFor(option, { [needs]: true })).toBeUndefined()
  },
)
