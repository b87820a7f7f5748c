import { expect, it } from 'vitest'
import { practiced } from './practiced'

it('a slide is practiced when one of its questions was answered rightly, and belongs to its own lesson; the question at the end is no slide', () => {
  const answers = {
    'shapes/to-scale#How wide?': { given: '7', right: false, tries: 1 },
    'shapes/to-scale#How high?': { given: '8', right: true, tries: 1 },
    'shapes/rounding#Up or down?': { given: '1', right: false, tries: 1 },
    'shapes/mixed#How many, all in all?': { given: '9', right: true, tries: 1 },
    'shapes-2/other#How many?': { given: '3', right: true, tries: 1 },
  }
  expect([...practiced('shapes', answers)]).toEqual(['to-scale'])
})
