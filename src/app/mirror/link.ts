import * as v from 'valibot'
import { type LessonRoute, readRoute, type Said, writeRoute } from '../route/route'
import { applyState, readState, type SlideState, slideState } from './slideState'

/** Longer addresses are cut by mail programs and chats; strokes are what makes one long, in characters. */
const longest = 8000

const placeText = ({ node, unit: { row, column, channel } }: PlaceAt) =>
  [node, row, column, channel].join(',')

type PlaceAt = NonNullable<NonNullable<SlideState['card']>['place']>

function placeOf(text: string): PlaceAt {
  const [node, row, column, channel] = text.split(',')
  return { node, unit: { row: Number(row), column: Number(column), channel: Number(channel) } }
}

/** A state as it stands in an address, but for its lab, which has words of its own there. */
export function writeKept({ figure, image, card, opened, answers, revealed, ink }: SlideState): Said {
  const said: [string, string][] = []
  if (figure !== undefined) {
    const route = readRoute(figure)
    if (route.page === 'network' && route.network !== null) {
      said.push(['fig', route.network])
      for (const [name, text] of route.said) said.push([`fig.${name}`, text])
    }
  }
  if (image !== undefined) said.push(['image', image])
  if (card) {
    said.push(['card', card.of])
    if (card.place) said.push(['card.at', placeText(card.place)])
    if (card.trail.length > 0) said.push(['card.way', card.trail.map(placeText).join(';')])
  }
  if (opened !== undefined) said.push(['opened', opened])
  if (answers) said.push(['answers', JSON.stringify(answers)])
  if (revealed) said.push(['revealed', JSON.stringify(revealed)])
  if (ink) said.push(['ink', JSON.stringify(ink)])
  return said
}

/** The state that an address tells, but for its lab, without what `slideState` does not take; null where nothing is left. */
export function readKept(said: Said): SlideState | null {
  const get = (name: string) => said.find(([each]) => each === name)?.[1]
  const network = get('fig')
  const ofFigure = said.flatMap(([name, text]) =>
    name.startsWith('fig.') ? [[name.slice(4), text] as const] : [],
  )
  const of = get('card')
  const at = get('card.at')
  const [image, opened] = [get('image'), get('opened')]
  const json = (name: string) => {
    const text = get(name)
    return text !== undefined && { [name]: parsed(text) }
  }
  const told: { [P in keyof SlideState]: unknown } = {
    ...(network !== undefined && { figure: writeRoute({ page: 'network', network, said: ofFigure }) }),
    ...(image !== undefined && { image }),
    ...(of !== undefined && {
      card: {
        of,
        place: at === undefined ? null : placeOf(at),
        trail: (get('card.way') ?? '').split(';').filter(Boolean).map(placeOf),
      },
    }),
    ...(opened !== undefined && { opened }),
    ...json('answers'),
    ...json('revealed'),
    ...json('ink'),
  }
  const state = Object.fromEntries(
    Object.entries(told).filter(([part, value]) => v.is(slideState.entries[part as keyof SlideState], value)),
  )
  return Object.keys(state).length > 0 ? (state as SlideState) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The address of a slide with everything that was done on it; strokes are left out where they would make it too long. */
export function linkTo(place: LessonRoute, step: string): string {
  const state = readState(`${place.lesson}/${step}`)
  const write = (kept: SlideState) =>
    `${location.href.split('#')[0]}${writeRoute({ ...place, step, lab: kept.lab ?? {}, kept: writeKept(kept) })}`
  const link = write(state)
  return link.length > longest ? write({ ...state, ink: undefined }) : link
}

/** Takes over what a link says of a slide, and gives back the address without it: it is kept with the slide from now on. */
export function takeKept(slide: string, { kept, ...place }: LessonRoute): LessonRoute {
  const state = kept && readKept(kept)
  if (state) applyState(slide, { ...state, lab: place.lab })
  return place
}
