import { describe, expect, it } from 'vitest'
import { dotsOf, front } from './published'

const names = (cost: 'params' | 'macs', withNew = false) =>
  front(dotsOf(withNew), cost).map(({ name }) => name)

describe('the front of accuracy against cost', () => {
  it('holds the most accurate network, whatever it costs', () => {
    expect(names('macs').at(-1)).toBe('ResNeXt-101')
    expect(names('params').at(-1)).toBe('ResNeXt-101')
  })

  it('never holds VGG-16 or AlexNet by parameters', () => {
    expect(names('params')).not.toContain('VGG-16')
    expect(names('params')).not.toContain('AlexNet')
  })

  it('is another one for parameters than for MACs', () => expect(names('params')).not.toEqual(names('macs')))

  it('shrinks when one network alone gets a better recipe', () =>
    expect(names('macs', true).length).toBeLessThan(names('macs').length))

  it('rises with cost', () => {
    const dots = front(dotsOf(false), 'macs')
    for (let i = 1; i < dots.length; i++) expect(dots[i].accuracy).toBeGreaterThan(dots[i - 1].accuracy)
  })
})
