import { describe, expect, it } from 'vitest'
import { lecture90 } from '../../content/orders'
import { needs } from '../../content/needs'
import { asTaught, needsOf, tooEarly } from './taught'
import { lectureOrder, lessonOf, type Slide, slideOf, slides } from './course'
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

describe('what a slide takes for granted', () => {
  it('names slides and lessons that there are', () => {
    const isThere = (name: string) => slideOf(name) !== undefined || lessonOf(name) !== undefined
    expect(
      Object.entries(needs)
        .flat(2)
        .filter((name) => !isThere(name)),
    ).toEqual([])
  })

  it.each(Object.keys(orders))('has been taught in the order %s', (name) =>
    expect(tooEarly(orders[name].slides)).toEqual([]),
  )

  it('is waited for, and the sequence stays as it was otherwise', () => {
    const early = lectureOrder.filter(({ lesson }) => lesson.module === 'm4')
    const late = lectureOrder.filter(({ lesson }) => lesson.id === 'bottlenecks')
    expect(tooEarly([...early, ...late])).not.toEqual([])
    expect(asTaught([...early, ...late])).toEqual([...late, ...early])
    // S2 names what comes; ResNeXt itself comes where ResNet has been shown.
    expect(lectureOrder.indexOf(early[0])).toBeGreaterThan(lectureOrder.indexOf(late[0]))
  })
})

describe('the lecture in ninety minutes', () => {
  const kept = lecture90.filter(({ skip }) => !skip)
  const minutes = (of: typeof lecture90) => of.reduce((sum, each) => sum + each.minutes, 0)
  /** Needs of which not one slide has been shown before. */
  const missing = (shown: readonly Slide[]) =>
    shown.flatMap((slide, i) =>
      needsOf(slide)
        .filter((name) => !shown.slice(0, i).some(({ key, lesson }) => key === name || lesson.id === name))
        .map((name) => `${slide.key}: ${name}`),
    )

  it('takes no longer with its break, and about seventy minutes without what may be left out', () => {
    expect(minutes(lecture90)).toBeLessThanOrEqual(90)
    expect(minutes(lecture90)).toBeGreaterThan(84)
    expect(minutes(kept)).toBeLessThanOrEqual(72)
  })

  it('has about forty slides that teach, each of which stands for a minute or more, and a break in the middle', () => {
    const teaching = lecture90.filter(({ slide }) => slideOf(slide)!.step.kind === undefined)
    expect(teaching.length).toBeGreaterThan(36)
    expect(teaching.length).toBeLessThan(46)
    expect(teaching.filter((each) => each.minutes < 1)).toEqual([])
    const pause = lecture90.findIndex(({ slide }) => slideOf(slide)!.step.kind === 'break')
    const before = minutes(lecture90.slice(0, pause))
    expect(before).toBeGreaterThan(35)
    expect(before).toBeLessThan(60)
  })

  it('teaches what its slides need, also when time is short', () => {
    for (const plan of [lecture90, kept])
      expect(missing(plan.map(({ slide }) => slideOf(slide)!))).toEqual([])
  })
})
