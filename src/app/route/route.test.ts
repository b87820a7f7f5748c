import { describe, expect, it } from 'vitest'
import { galleryStates, hidesNetwork, isCourse, isExplorer, readRoute, type Route, writeRoute } from './route'

const lesson = {
  page: 'lesson',
  lesson: 'shapes',
  step: null,
  deck: false,
  notes: false,
  order: 'course',
  lab: {},
} as const

const routes: readonly Route[] = [
  { page: 'landing' },
  {
    page: 'network',
    network: 'resnet18',
    said: [
      ['open', 'all'],
      ['node', 'conv1'],
      ['input', '64,96,3'],
    ],
  },
  ...galleryStates.map((state) => ({ page: 'gallery', state, odd: [] }) as const),
  { page: 'measured' },
  { page: 'offline' },
  { page: 'handout', order: 'course', per: 2, notes: false, answers: false },
  { page: 'handout', order: 'lecture90', per: 6, notes: true, answers: true },
  { page: 'handout', order: 'shapes', per: 'text', notes: false, answers: false },
  { page: 'home' },
  { page: 'home', module: 'm1' },
  { page: 'coverage', about: null },
  { page: 'glossary', about: 'ReLU' },
  { page: 'references', about: 'resnet' },
  { page: 'labs', about: null },
  { page: 'orders', about: null },
  { page: 'orders', about: 'A, b = 1 %=shapes/to-scale:1.5,shapes/tensor:2:skip' },
  { page: 'slips', about: null },
  lesson,
  { ...lesson, step: 'tensor', deck: true, notes: true, order: 'lecture' },
  { ...lesson, step: 'tensor', deck: true, order: 'Über A & B=shapes/tensor:2,parameters:1:skip' },
  { ...lesson, step: 'tensor', lab: { size: '46', order: 'conv,bn', text: 'a | b & c = 1 %?' } },
  { page: 'lab', lab: 'bigger', said: { width: '32' } },
  { page: 'unknown', path: '/elsewhere' },
]

describe('a route', () => {
  it('shows a network on the first page, in the explorer and in lessons; nowhere else one is run', () => {
    const shown = routes.filter((route) => !hidesNetwork(route)).map(({ page }) => page)
    expect([...new Set(shown)].sort()).toEqual(['landing', 'lesson', 'network', 'unknown'])
  })

  it.each(routes.map((route) => [writeRoute(route), route] as const))(
    '%s is read as it was written',
    (hash, route) => expect(readRoute(hash)).toEqual(route),
  )

  it.each([
    '#/course',
    '#/course/coverage',
    '#/course/mixed-kernels',
    '#/course/mixed-kernels/kernel-zoo',
    '#/course/mixed-kernels/kernel-zoo?deck',
    '#/course/mixed-kernels/kernel-zoo?deck&notes&order=lecture',
    '#/course/imagenet-race/bigger?deck&lab.width=46',
    '#/gallery?state=open',
    '#/lab/bigger?width=32',
    '#/n/resnet34?input=64,96,3&edit=conv2_x/block1/conv1.filters:96',
  ])('%s is written as it was read', (hash) => expect(writeRoute(readRoute(hash))).toBe(hash))

  it('knows the first page by several addresses', () => {
    for (const hash of ['', '#', '#/']) expect(readRoute(hash)).toEqual(routes[0])
  })

  it('ignores what advertisers append, also where there was no question mark', () => {
    for (const hash of [
      '#/n/resnet18?open=all&node=conv1&input=64,96,3&fbclid=IwAR0x_-',
      '#/n/resnet18?utm_source=mail&open=all&node=conv1&utm_campaign=a%20b&input=64,96,3&gclid=1',
      '#/n/resnet18&open=all&node=conv1&input=64,96,3&fbclid=1',
    ])
      expect(readRoute(hash)).toEqual(routes[1])
    expect(readRoute('#/course/shapes&fbclid=1')).toEqual(lesson)
    expect(readRoute('#/gallery?fbclid=1')).toEqual({ page: 'gallery', state: 'both', odd: [] })
    expect(readRoute('#/&fbclid=1')).toEqual(routes[0])
    expect(readRoute('#/?utm_source=mail')).toEqual(routes[0])
  })

  it('is read where the whole fragment was encoded', () => {
    const hash = writeRoute(routes[1]).slice(1)
    expect(readRoute(`#${encodeURIComponent(hash)}`)).toEqual(routes[1])
    expect(readRoute('#/n/resnet18%3Fopen%3Dall%26node%3Dconv1%26input%3D64%2C96%2C3')).toEqual(routes[1])
    expect(readRoute('#/n/resnet18%3Fopen%3Dall%26node%3Dconv1%26input%3D64,96,3?fbclid=1')).toEqual(
      routes[1],
    )
    expect(readRoute('#%2Fcourse%2Fshapes')).toEqual(lesson)
  })

  it('knows the explorer by what is said of its network, also without a name', () => {
    const said = [['open', 'all']]
    expect(readRoute('#/?open=all')).toEqual({ page: 'network', network: null, said })
    expect(writeRoute({ page: 'network', network: null, said: [['open', 'all']] })).toBe('#/?open=all')
    const is = (hash: string) => isExplorer(readRoute(hash))
    expect(['#/n/resnet18', '#/?open=all', '#/elsewhere'].map(is)).toEqual([true, true, true])
    expect(['', '#/', '#/gallery', '#/course'].map(is)).toEqual([false, false, false, false])
  })

  it('says what the gallery cannot be told', () => {
    expect(readRoute('#/gallery?state=shut&seed=1')).toMatchObject({
      state: 'both',
      odd: [
        'the gallery has no state "shut"; it can be both, closed or open',
        'the gallery has nothing to choose called "seed"',
      ],
    })
  })

  it('that nobody can read is taken as it is, and so is an order, of which the slides tell what is unknown', () => {
    expect(readRoute('#/course/%')).toMatchObject({ page: 'lesson', lesson: '%' })
    expect(readRoute('#/course/shapes?order=toString')).toMatchObject({ order: 'toString' })
    expect(readRoute('#/course/shapes?order=')).toMatchObject({ order: 'course' })
    expect(readRoute('#/resnet18')).toEqual({ page: 'unknown', path: '/resnet18' })
    expect(readRoute('#/courses')).toEqual({ page: 'unknown', path: '/courses' })
  })

  it('of the labs may leave out the course', () => {
    expect(readRoute('#/labs')).toEqual({ page: 'labs', about: null })
    // What is left of a lab's address without its name.
    expect(readRoute('#/lab/')).toEqual({ page: 'labs', about: null })
    expect(readRoute('#/lab')).toEqual({ page: 'labs', about: null })
  })

  it('belongs to the course or not', () => {
    const isOf = (hash: string) => isCourse(readRoute(hash))
    expect(['#/course', '#/course/x', '#/course/slips'].map(isOf)).toEqual([true, true, true])
    expect(['#/courses', '#/n/resnet18', '#/gallery', ''].map(isOf)).toEqual([false, false, false, false])
  })
})
