import * as v from 'valibot'
import { stroke } from '../ink/strokes'
import { slideState } from './slideState'

/** `screen`: the projected slides; `desk`: what the lecturer sees; `now` and `next`: the slides in it. */
export const roles = ['screen', 'desk', 'now', 'next'] as const

export type Role = (typeof roles)[number]

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/))
const slide = v.pipe(v.string(), v.maxLength(200))
const finite = v.pipe(v.number(), v.finite())
const size = v.pipe(finite, v.minValue(0), v.maxValue(20_000))
const share = v.pipe(finite, v.minValue(-1), v.maxValue(2))

/** A question to the room, its votes and whether its answer is out. */
export const vote = v.strictObject({
  slide,
  /** In its own words. */
  ask: v.pipe(v.string(), v.maxLength(1000)),
  /** By what was voted for: the place of an option, or a number as it was typed. */
  counts: v.record(
    v.pipe(v.string(), v.maxLength(40)),
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
  ),
  isOut: v.boolean(),
})

export type Vote = v.InferOutput<typeof vote>

const place = v.strictObject({ slide, order: v.pipe(v.string(), v.maxLength(10_000)) })

export type Place = v.InferOutput<typeof place>

/** Where the talk is, and how often it was turned until it came there. */
const turned = { place, turn: v.pipe(v.number(), v.integer(), v.minValue(0)) }

/** What covers the slide, how many of its steps are there, and whether it has all of its words. */
const deck = v.strictObject({
  veil: v.nullable(v.picklist(['black', 'white'])),
  step: v.nullable(
    v.strictObject({ slide, shown: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)) }),
  ),
  details: v.boolean(),
})

/** A button of a lab that changes nothing an address has, such as one that plays or trains. */
const press = {
  slide,
  button: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  name: v.pipe(v.string(), v.maxLength(200)),
}

const message = v.variant('kind', [
  /** A window has come, and asks for what the others show. */
  v.strictObject({ kind: v.literal('hello'), from: id }),
  /** A window is there; `hidden` ones are slow to say so. */
  v.strictObject({
    kind: v.literal('beat'),
    from: id,
    role: v.picklist(roles),
    slide,
    width: size,
    height: size,
    hidden: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('bye'), from: id }),
  /** The answer to a hello. */
  v.strictObject({
    kind: v.literal('all'),
    from: id,
    ...turned,
    deck,
    vote: v.nullable(vote),
    states: v.record(slide, slideState),
    /** On the slide that is shown. */
    presses: v.pipe(v.array(v.strictObject(press)), v.maxLength(100)),
  }),
  v.strictObject({ kind: v.literal('place'), from: id, ...turned }),
  v.strictObject({ kind: v.literal('deck'), from: id, deck }),
  /** A key pressed in the lecturer's window, for the slide in it. */
  v.strictObject({
    kind: v.literal('key'),
    from: id,
    key: v.pipe(v.string(), v.maxLength(40)),
    code: v.pipe(v.string(), v.maxLength(40)),
    shiftKey: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('state'), from: id, slide, state: slideState }),
  /** The picture is being moved: what stands in its middle. */
  v.strictObject({
    kind: v.literal('aim'),
    from: id,
    slide,
    side: v.picklist(['left', 'right']),
    aim: v.strictObject({
      id: slide,
      x: finite,
      y: finite,
      k: v.pipe(finite, v.gtValue(0)),
      size: v.optional(v.pipe(finite, v.gtValue(0))),
    }),
  }),
  /** A stroke while it is drawn; null when it is done. */
  v.strictObject({ kind: v.literal('drawing'), from: id, slide, stroke: v.nullable(stroke) }),
  /** Where the laser points, in shares of the slide's width and height. */
  v.strictObject({
    kind: v.literal('laser'),
    from: id,
    slide,
    at: v.nullable(v.strictObject({ x: share, y: share })),
  }),
  v.strictObject({ kind: v.literal('vote'), from: id, vote: v.nullable(vote) }),
  v.strictObject({ kind: v.literal('press'), from: id, ...press }),
])

export type Message = v.InferOutput<typeof message>

/** A message of another window; null where it is none. */
export function readMessage(data: unknown): Message | null {
  const result = v.safeParse(message, data)
  return result.success ? result.output : null
}
