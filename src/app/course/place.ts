import { type OrderName, orders } from '../../lessons/course'
import type { LabText } from '../../lab/shared/schema'
import { decode, escapeText } from '../route/url'
import { root } from './address'

export const coursePages = ['home', 'coverage', 'glossary', 'references', 'slips'] as const

export type CoursePageName = (typeof coursePages)[number]

/** Where in the course somebody is; all of it stands in the address. */
export type Place =
  | { readonly page: CoursePageName; readonly about: string | null }
  | {
      readonly page: 'lesson'
      readonly lesson: string
      /** Null: its beginning. */
      readonly step: string | null
      /** One slide per screen. */
      readonly deck: boolean
      /** With what the lecturer says. */
      readonly notes: boolean
      readonly order: OrderName
      /** What is set in the lab of the slide: `?lab.width=46`. */
      readonly lab: LabText
    }

export type LessonPlace = Extract<Place, { page: 'lesson' }>

/** Before the name of an option of a lab, so that it is no word of the course's own. */
const ofLab = 'lab.'

export function readPlace(hash: string): Place {
  const [path, query = ''] = hash.slice(root.length).split('?')
  const given = new URLSearchParams(query)
  const [first = '', second = null] = path.split('/').filter(Boolean).map(decode)
  if (first === '') return { page: 'home', about: null }
  if (isPage(first)) return { page: first, about: given.get('term') ?? given.get('paper') ?? null }
  const order = given.get('order') ?? ''
  return {
    page: 'lesson',
    lesson: first,
    step: second,
    deck: given.has('deck'),
    notes: given.has('notes'),
    order: Object.hasOwn(orders, order) ? (order as OrderName) : 'course',
    lab: Object.fromEntries(
      [...given].flatMap(([name, text]) =>
        name.startsWith(ofLab) ? [[name.slice(ofLab.length), text]] : [],
      ),
    ),
  }
}

export function writePlace(place: Place): string {
  if (place.page === 'home') return root
  if (place.page !== 'lesson') return `${root}/${place.page}`
  const { lesson, step, deck, notes, order, lab } = place
  const set = Object.entries(lab).map(([name, text]) => `${ofLab}${name}=${escapeText(text)}`)
  const query = [deck && 'deck', notes && 'notes', order !== 'course' && `order=${order}`, ...set]
    .filter(Boolean)
    .join('&')
  return `${root}/${lesson}${step ? `/${step}` : ''}${query && `?${query}`}`
}

function isPage(name: string): name is CoursePageName {
  return (coursePages as readonly string[]).includes(name)
}
