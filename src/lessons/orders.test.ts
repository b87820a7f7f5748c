import { describe, expect, it } from 'vitest'
import { lecture90 } from '../../content/orders'
import { needs } from '../../content/needs'
import { asTaught, needsOf, tooEarly } from './taught'
import { lectureOrder, lessonOf, type Slide, slideOf, slides } from './course'
import { readOrderFile, writeOrderFile } from './orderFile'
import { writeOrder } from './orderText'
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
      expect(problems.at(-1), text).toBe('The slides are shown in the order of the course instead.')
    }
  })
})

describe('an order of one’s own in an address', () => {
  const own = {
    title: 'Group A, B = both',
    slides: [
      { slide: 'lecture90/title', minutes: 1 },
      { slide: 'shapes/tensor', minutes: 2.5 },
      { slide: 'shapes/to-scale', minutes: 0, skip: true as const },
    ],
  }

  it('has a title, minutes and what may be left out, and is read as it was written', () => {
    expect(orderOf(writeOrder(own))).toMatchObject({
      title: own.title,
      slides: own.slides.map(({ slide }) => slideOf(slide)),
      plan: own.slides,
      problems: [],
    })
    expect(writeOrder(own)).toBe(
      'Group A, B = both=lecture90/title:1,shapes/tensor:2.5,shapes/to-scale:0:skip',
    )
  })

  it('of names alone plans nothing; where some have minutes, the others have the usual ones', () => {
    expect(orderOf('shapes/tensor,shapes/to-scale').plan).toBeUndefined()
    expect(orderOf('shapes/tensor:7,lecture90/break,degradation/overfitting').plan).toEqual([
      { slide: 'shapes/tensor', minutes: 7 },
      { slide: 'lecture90/break', minutes: 5 },
      { slide: 'degradation/overfitting', minutes: 1.5 },
    ])
  })

  it.each([
    [
      'shapes/tensor:soon',
      '“soon” cannot be the minutes for “shapes/tensor”: they have to be from 0 to 240.',
    ],
    ['shapes/tensor:-1', '“-1” cannot be the minutes for “shapes/tensor”: they have to be from 0 to 240.'],
    ['shapes/tensor:1:maybe', 'In “shapes/tensor:1:maybe” only “skip” may follow the minutes.'],
    [
      'shapes/tensor:1,shapes/tenser:1',
      'There is no order, lesson or slide “shapes/tenser”; did you mean “shapes/tensor”?',
    ],
    [
      'shapes/tensor,lecture90/brake:5',
      'There is no order, lesson or slide “lecture90/brake”; did you mean “lecture90/break”?',
    ],
  ])('says what does not fit in %s, and shows the rest', (text, sentence) => {
    const { slides: shown, problems } = orderOf(text)
    expect(shown).toEqual([slideOf('shapes/tensor')])
    expect(problems).toEqual([sentence])
  })
})

describe('the file of an order', () => {
  const own = { title: 'Monday', slides: [{ slide: 'shapes/tensor', minutes: 2 }] }
  const file = (change: object) => JSON.stringify({ ...JSON.parse(writeOrderFile(own)), ...change })

  it('is read as it was written', () =>
    expect(readOrderFile(writeOrderFile(own))).toEqual({ order: own, problems: [] }))

  it.each([
    ['no JSON', '{', 'This is not an order file: it is not written as JSON.'],
    ['another file', '{"version":1,"seen":[]}', '“layerwise” in it is missing.'],
    ['a list', '[]', '“layerwise” in it is missing.'],
    ['a later version', file({ version: 2 }), '“version” in it should be 1, which is what'],
    ['a title that is none', file({ title: 7 }), '“title” in it should be words.'],
    ['no slides', file({ slides: 'all' }), '“slides” in it should be a list of slides.'],
    [
      'minutes that are none',
      file({ slides: [{ slide: 'shapes/tensor', minutes: '2' }] }),
      '“slides.0.minutes” in it should be a number.',
    ],
    [
      'too many minutes',
      file({ slides: [{ slide: 'shapes/tensor', minutes: 1e9 }] }),
      '“slides.0.minutes” in it should be a number of minutes from 0 to 240.',
    ],
    [
      'foreign slides alone',
      file({ slides: [{ slide: 'a/b' }] }),
      'None of the slides in this file belongs to the course.',
    ],
  ])('that is %s is refused with a sentence', (_, content, sentence) => {
    const { order, problems } = readOrderFile(content)
    expect(order).toBeNull()
    expect(problems.join(' ')).toContain(sentence)
  })

  it('loses what the course has not or what stands there twice, and says so', () => {
    const slides = [
      { slide: 'shapes/tensr' },
      { slide: 'shapes/tensor' },
      { slide: 'shapes/tensor', minutes: 9 },
    ]
    expect(readOrderFile(file({ slides }))).toEqual({
      order: { title: 'Monday', slides: [{ slide: 'shapes/tensor', minutes: 2 }] },
      problems: [
        'There is no order, lesson or slide “shapes/tensr”; did you mean “shapes/tensor”?',
        'Slides that are in it twice are shown once: “shapes/tensor”.',
      ],
    })
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
    expect(
      tooEarly(orders[name].slides).map(({ slide, needed }) => `${slide.key} needs ${needed.key}`),
    ).toEqual([]),
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
