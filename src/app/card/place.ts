/** A part of the window, in pixels. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a card finds where it is to lie. */
export interface Surroundings {
  /** All that it may cover. */
  readonly page: Rect
  /** The picture. */
  readonly figure: Rect
  /** What is drawn in the picture, from its first box to its last. */
  readonly drawn: Rect | null
  /** The words beside or below the picture. */
  readonly words: Rect | null
  /** The layer that the card is about, with its words and its sum; null where it is out of sight. */
  readonly node: Rect | null
  /** The width that it has where there is room, and the least that it needs. */
  readonly wanted: number
  readonly least: number
  /** Where it lies already. */
  readonly now: Rect | null
}

/** Where a card lies, and by how much the picture has to move so that its layer is free. */
export interface CardPlace {
  readonly card: Rect
  /** From the edge of the page, at the side of a picture or from below, as on a phone. */
  readonly form: 'side' | 'sheet'
  readonly shift: { readonly x: number; readonly y: number }
}

/** Pages up to this width have it as a sheet from below, in pixels. */
export const narrow = 700

/** Between the card and all else, in pixels. */
const gap = 12

/** At least this share of a narrow page is the sheet's. */
const leastSheet = 0.55

/** What it costs to cover what is drawn or the words, and to be narrower or lower than it could be, area by area. */
const cost = { drawn: 8, words: 0.5, narrowness: 0.4, lowness: 0.1 } as const

const still = { x: 0, y: 0 }

/**
 * Lies over what matters least: what is empty of the picture, then the words, and never over its layer. Words below the
 * picture explain what it is about: it leaves them free where the picture is high enough for it. It stays where it is as
 * long as that is free. Only where no side has room for it, the picture moves.
 */
export function placeOf(around: Surroundings): CardPlace {
  const { page, node, now, least } = around
  if (page.width <= narrow) return sheetOf(around)
  const isFree = (card: Rect) => node === null || !meets(card, grown(node, gap))
  if (
    now &&
    heightsOf(around).some(({ height }) => height === now.height) &&
    isWithin(now, page) &&
    isFree(now)
  )
    return { card: now, form: 'side', shift: still }
  const places = candidates(around).filter((card) => card.width >= least && isFree(card))
  if (places.length > 0) {
    const [best] = places.sort((a, b) => costOf(a, around) - costOf(b, around))
    return { card: best, form: 'side', shift: still }
  }
  // The layer goes to the near edge, and the card lies at the far one.
  const card = atEnd(page, Math.min(around.wanted, least))
  const x = node === null ? 0 : Math.min(0, card.x - gap - (node.x + node.width))
  return { card, form: 'side', shift: { x, y: 0 } }
}

/** At either end of the page and of the picture, as wide as the layer or what is drawn leaves it. */
function candidates(around: Surroundings): readonly Rect[] {
  const { page, figure, drawn, node, wanted } = around
  return heightsOf(around).flatMap((heights) =>
    [page, figure].flatMap((frame) =>
      [node, drawn].flatMap((beside) => {
        const [from, to] = beside ? [beside.x, beside.x + beside.width] : [Infinity, -Infinity]
        const end = frame.x + frame.width - gap
        const width = (room: number) => Math.min(wanted, frame.width - 2 * gap, room)
        const [before, after] = [width(from - gap - (frame.x + gap)), width(end - (to + gap))]
        return [
          { x: end - after, width: after, ...heights },
          { x: frame.x + gap, width: before, ...heights },
        ]
      }),
    ),
  )
}

/** As high as the page, or as the picture where the words are below it. */
function heightsOf({ page, figure, words, least }: Surroundings): readonly Pick<Rect, 'y' | 'height'>[] {
  const [whole, low] = [page, figure].map(({ y, height }) => ({ y: y + gap, height: height - 2 * gap }))
  const isAbove = words !== null && words.y >= figure.y + figure.height - gap
  return isAbove && low.height >= least ? [whole, low] : [whole]
}

function costOf(card: Rect, { page, drawn, words, wanted }: Surroundings): number {
  const covered = (what: Rect | null) => (what === null ? 0 : overlap(card, what))
  return (
    cost.drawn * covered(drawn) +
    cost.words * covered(words) +
    cost.narrowness * Math.max(0, wanted - card.width) * card.height +
    cost.lowness * (page.height - 2 * gap - card.height) * card.width
  )
}

function atEnd(page: Rect, wanted: number): Rect {
  const width = Math.min(wanted, page.width - 2 * gap)
  return {
    x: page.x + page.width - gap - width,
    y: page.y + gap,
    width,
    height: page.height - 2 * gap,
  }
}

/** Over the words below the picture; more only where they have little room. */
function sheetOf({ page, figure, node }: Surroundings): CardPlace {
  const below = page.y + page.height - (figure.y + figure.height)
  const height = Math.max(below, Math.round(page.height * leastSheet))
  const y = page.y + page.height - height
  const under = node === null ? 0 : node.y + node.height + gap - y
  return {
    card: { x: page.x, y, width: page.width, height },
    form: 'sheet',
    shift: { x: 0, y: under > 0 ? -under : 0 },
  }
}

/** The least rectangle that holds others; null where there are none. */
export function around(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  }
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

function overlap(a: Rect, b: Rect): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, across) * Math.max(0, down)
}

/** Half a pixel is rounding and no touch. */
function meets(a: Rect, b: Rect): boolean {
  return overlap(a, grown(b, -0.5)) > 0
}

function isWithin(a: Rect, b: Rect): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height
}
