import { expect, it } from 'vitest'
import { modules } from '../../content/course'
import { labOptions } from '../lab/options'
import { labsOf } from './labs'

it('the list of labs has every lab once, below the module that shows it first', () => {
  const listed = modules.flatMap(({ id }) => labsOf(id).map(({ lab }) => lab))
  expect([...listed].sort()).toEqual(Object.keys(labOptions).sort())
  expect(labsOf('m2').map(({ lab }) => lab)).toContain('norm-bench')
})
