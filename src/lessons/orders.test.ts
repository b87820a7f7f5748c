import { describe, expect, it } from 'vitest'
import { slideOf, slides } from './course'
import { orderOf, orders, placeIn, placeSaid } from './orders'

describe('an order in an address', () => {
  it('is one with a name, or slides and whole lessons with commas between them', () => {
    expect(orderOf('lecture')).toMatchObject({ slides: orders.lecture.slides, problems: [] })
    const own = orderOf('shortcuts,shapes/to-scale,shortcuts/abc')
    expect(own.slides.map(({ key }) => key)).toEqual([
      ...slides.filter(({ lesson }) => lesson.id === 'shortcuts').map(({ key }) => key),
      'shapes/to-scale',
    ])
    expect(own.problems).toEqual([])
  })

  it('says what the course has not, names what was meant, and shows the others', () => {
    const { slides: shown, problems } = orderOf('shapes/to-scales,shapes/tensor')
    expect(shown).toEqual([slideOf('shapes/tensor')])
    expect(problems).toEqual([
      'There is no order, lesson or slide “shapes/to-scales”; did you mean “shapes/to-scale”?',
    ])
  })

  it('that nobody knows is refused with a sentence: the course follows', () => {
    for (const text of ['toString', 'a,b', ',']) {
      const { slides: shown, problems } = orderOf(text)
      expect(shown, text).toEqual(slides)
      expect(problems.at(-1), text).toBe('The slides follow in the order of the course.')
    }
  })
})

describe('the place of a slide', () => {
  it.each(Object.keys(orders))(
    'in the order %s is told right, and next and back are its neighbors',
    (name) => {
      const order = orderOf(name)
      order.slides.forEach((slide, i) => {
        const place = placeIn(order, slide)
        expect(place.at).toBe(i)
        expect(place.next).toBe(Math.min(order.slides.length - 1, i + 1))
        expect(place.back).toBe(Math.max(0, i - 1))
      })
    },
  )

  it('that an order leaves out is none, and one goes on where the course does', () => {
    const order = orderOf('shapes/to-scale,count-it/depth,growth/transition')
    const place = placeIn(order, slideOf('resnet-18/repair')!)
    expect(place).toEqual({ at: null, next: 2, back: 1 })
    expect(placeSaid(place, 3)).toBe('not among these 3')
    expect(placeIn(order, slides.at(-1)!)).toEqual({ at: null, next: 2, back: 2 })
  })
})
