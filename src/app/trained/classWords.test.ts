import { expect, it } from 'vitest'
import { samples } from '../image/samples'
import { aClass, classInWords } from './classWords'

it('writes a class in words, with its article', () => {
  expect(['golf-ball', 'french-horn', 'springer', 'cat'].map(classInWords)).toEqual([
    'golf ball',
    'French horn',
    'springer spaniel',
    'cat',
  ])
  expect([aClass('airplane'), aClass('gas-pump')]).toEqual(['an airplane', 'a gas pump'])
})

it('no class that a sample shows is written with a hyphen', () => {
  for (const { label } of samples) expect(classInWords(label)).not.toContain('-')
})
