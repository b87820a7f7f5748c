import { describe, expect, it } from 'vitest'
import { isCourse } from './address'
import { readPlace, writePlace } from './place'

describe('an address of the course', () => {
  it.each([
    '#/course',
    '#/course/coverage',
    '#/course/mixed-kernels',
    '#/course/mixed-kernels/kernel-zoo',
    '#/course/mixed-kernels/kernel-zoo?deck',
    '#/course/mixed-kernels/kernel-zoo?deck&notes&order=lecture',
  ])('%s is written as it was read', (hash) => expect(writePlace(readPlace(hash))).toBe(hash))

  it('names a slide, its order, and how it is shown', () =>
    expect(readPlace('#/course/mixed-kernels/kernel-zoo?deck&order=lecture')).toEqual({
      page: 'lesson',
      lesson: 'mixed-kernels',
      step: 'kernel-zoo',
      deck: true,
      notes: false,
      order: 'lecture',
    }))

  it('that nobody can read is taken as it is, and names no order that there is not', () => {
    expect(readPlace('#/course/%')).toMatchObject({ page: 'lesson', lesson: '%' })
    expect(readPlace('#/course/shapes?order=toString')).toMatchObject({ order: 'course' })
  })

  it('is told from one of the explorer', () => {
    expect(isCourse('#/course/x')).toBe(true)
    expect(isCourse('#/courses')).toBe(false)
    expect(isCourse('#/resnet18')).toBe(false)
    expect(isCourse('')).toBe(false)
  })
})
