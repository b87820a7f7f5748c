import { expect, it } from 'vitest'
import { orders } from '../../lessons/orders'
import { findSlides } from './findSlides'

const keys = (search: string) => findSlides(orders.lecture.slides, search).map(({ slide }) => slide.key)

it('a slide is found by its title, its lesson, its number and that of the lecture', () => {
  expect(keys('zero')).not.toContain('shortcuts/abc')
  expect(keys('a b or c')).toContain('shortcuts/abc')
  expect(keys('transition θ')).toEqual(['growth/transition'])
  expect(keys('S45')).toEqual(['sources/whom-to-cite'])
  expect(keys('1')[0]).toBe('shapes/to-scale')
  expect(keys('')).toHaveLength(orders.lecture.slides.length)
  expect(keys('nowhere')).toEqual([])
})
