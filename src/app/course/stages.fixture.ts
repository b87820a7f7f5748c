import type { Room } from '../../diagram/layout'

/** Where the picture of a lesson stands: beside the scrolled page, or on a slide as `useSides` lays it. */
export type Place = 'page' | 'beside' | 'above' | 'columns'

/** What shares its room: nothing, a second picture, a second one where both are seen as a whole, or a table. */
export type Company = 'alone' | 'pair' | 'whole pair' | 'table'

/** Two whole networks stand side by side on a phone, too; of two parts it shows one at a time. */
export const sharingOf = (step: {
  readonly beside?: unknown
  readonly focus?: unknown
  readonly table?: unknown
}): Company => {
  if (step.beside !== undefined) return step.focus === undefined ? 'whole pair' : 'pair'
  return step.table !== undefined ? 'table' : 'alone'
}

interface Stage {
  readonly screen: Room
  readonly theme: 'light' | 'projector'
  /** Sizes of the smallest text and of the text of the page, in pixels. */
  readonly text: { readonly smallest: number; readonly page: number }
  /** The least room that a picture has there, without its legend, in pixels; `e2e/stages.spec.ts` measures it. */
  readonly rooms: Readonly<Partial<Record<`${Place} ${Company}`, Room>>>
}

const room = (width: number, height: number): Room => ({ width, height })

export const stages: Readonly<Record<'laptop' | 'wall' | 'phone', Stage>> = {
  laptop: {
    screen: room(1440, 900),
    theme: 'light',
    text: { smallest: 13, page: 16 },
    rooms: {
      'page alone': room(964, 681),
      'page pair': room(482, 580),
      'page whole pair': room(482, 580),
      'page table': room(964, 310),
      'beside alone': room(799, 791),
      'beside pair': room(799, 345),
      'beside whole pair': room(799, 345),
      'beside table': room(799, 520),
      'above alone': room(1440, 482),
      'columns pair': room(400, 735),
      'columns whole pair': room(400, 735),
    },
  },
  wall: {
    screen: room(1280, 720),
    theme: 'projector',
    text: { smallest: 18, page: 20 },
    rooms: {
      'page alone': room(815, 362),
      'page pair': room(408, 300),
      'page whole pair': room(408, 258),
      'page table': room(815, 50),
      'beside alone': room(710, 551),
      'beside pair': room(710, 194),
      'beside whole pair': room(710, 194),
      'above alone': room(1280, 384),
      'above table': room(1280, 92),
      'columns pair': room(355, 500),
      'columns whole pair': room(355, 500),
    },
  },
  phone: {
    screen: room(390, 844),
    theme: 'light',
    text: { smallest: 13, page: 16 },
    rooms: {
      'page alone': room(390, 270),
      'page pair': room(390, 220),
      'page whole pair': room(195, 260),
      'page table': room(390, 270),
      'beside alone': room(390, 225),
      'beside pair': room(390, 180),
      'beside whole pair': room(195, 290),
      'beside table': room(390, 225),
    },
  },
}
