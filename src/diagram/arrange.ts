import type { Graph } from '../nn/graph'
import { withShapes } from './extent'
import { layout, measure, type Room } from './layout'
import type { FrameOptions } from './lens'
import { overhang } from './rows'
import type { Direction, LayoutView } from './scene'

/** How a network lies on a page. */
export interface Arrangement {
  readonly direction: Direction
  readonly line?: number
  /** Words stand one below the other. */
  readonly slim?: boolean
  /** Names alone are read at that zoom, and all other words from near. */
  readonly brief?: boolean
  /** The zoom at which it is read: text is laid out for it. */
  readonly reading: number
  /** All of it fits the page at that zoom. */
  readonly fits?: boolean
  /** All of it is shown, however small its words. */
  readonly whole?: boolean
  /** It fits one way at that zoom, and is to be read by moving it the other. */
  readonly fitsAcross?: boolean
}

/** What a page is arranged for, beyond what is shown on it. */
export interface Wish {
  /** All of it is wanted at once, and not only what can be read without moving far. */
  readonly everything?: boolean
  /** A node or a group that is wanted at once. */
  readonly on?: string
  /** A node or a group that is to be seen whole where all of it has no room. */
  readonly seen?: string
  /** The reader has the picture before them: it flows as it did, and its text keeps the size beside what it names. */
  readonly like?: Pick<Arrangement, 'direction' | 'line' | 'reading' | 'slim' | 'brief'>
  /** It is made no larger than this. */
  readonly largest?: number
  /** Everything as large as it can be, though only names, or not even these, have room. */
  readonly far?: boolean
  /** Nothing goes on beyond an edge: words that have no room are left out. */
  readonly within?: boolean
}

type View = Omit<LayoutView, 'line' | 'reading'>

/** A page narrower than this reads downwards. */
const narrow = 560

/** Room at both sides of a line, with the connections to the next, in units of the scene. */
const margins = 94

/** One line is kept unless lines make everything so many times larger. */
const worthBreaking = 1.15

/** So many times larger is worth another direction, where everything is smaller than this otherwise. */
const worthTurning = 1.2
const smallEnough = 0.85

/** Tries before the best length of a line, or the best zoom, is taken as found. */
const tries = 5

/**
 * Ribbons and faces are made so small at most, that all of a picture fits with its words. A network of which nothing is
 * open yet is an overview: it is wanted whole.
 */
const smallest = { first: 0.6, closed: 0.3, everything: 0.24, block: 0.08 } as const

/** A block may be so many pages long where its words have no room on one; smaller ribbons bring more of it on each. */
const mostPages = 4
const largestAcross = 0.4

/** One line takes up to so many times the area of several, because it is as high as its highest part everywhere. */
const mostSaved = 5

/** Around a part that is wanted at once, in pixels. */
const aroundPart = 36

/**
 * The direction, the length of the lines and the size of the words for a page; null before the page has a size. What
 * can be read as a whole is shown as a whole: on one line, in lines like text, or with ribbons that are smaller beside
 * their words. What is larger is broken into lines that are as wide as the page, to be read by moving it one way; or,
 * if everything is wanted at once, so that it is as large as it can be.
 */
export function arrange(graph: Graph, given: View, page: Room, wish: Wish = {}): Arrangement | null {
  const { everything = false, like, largest = 1 } = wish
  const view = { ...given, ...(like?.slim && { slim: true }), ...(like?.brief && { brief: true }) }
  if (page.width === 0 || page.height === 0) return null
  const direction = like?.direction ?? view.direction ?? (page.width < narrow ? 'down' : 'right')
  const lined = (at: number): Arrangement =>
    direction === 'down'
      ? { direction, reading: at, ...(like?.line !== undefined && { line: like.line }) }
      : { direction, line: page.width / at - margins, reading: at }
  const most = Math.min(1, largest)
  const part = (on: string, least: number, most: number) =>
    largestZoom((at) => (holdsPart(graph, view, page, lined(at), on) ? lined(at) : null), least, most)
  if (like) {
    const { reading } = like
    // What has just been opened may have its words at a smaller zoom, but nothing becomes larger again.
    const opened = wish.on === undefined ? null : part(wish.on, Math.min(smallest.first, reading), reading)
    const how = opened ?? fitted(graph, view, page, direction, reading, true) ?? lined(reading)
    return { ...how, ...(like.slim && { slim: true }), ...(like.brief && { brief: true }) }
  }
  if (wish.on !== undefined) return part(wish.on, Math.min(smallest.everything, most), most) ?? lined(1)
  const best = (towards: Direction, least: number, how = view) =>
    isHopeless(graph, how, page, towards, least)
      ? null
      : mostReadable(
          (at, broken) => fitted(graph, how, page, towards, at, broken),
          Math.min(least, most),
          most,
        )
  /** Of a network that is closed: its names, where no more has room. */
  const briefly = () => {
    if (view.expanded.size > 0 || isBlock(graph)) return null
    const ways = waysOf(view, page)
    const found = ways.flatMap((way) => best(way, smallest.everything, { ...view, brief: true }) ?? [])
    found.sort((a, b) => b.reading - a.reading)
    return found.length > 0 ? { ...found[0], brief: true } : null
  }
  if (wish.far) return briefly() ?? largestWhole(graph, view, page, direction)
  const first = view.expanded.size === 0 ? smallest.closed : smallest.first
  if (!everything) {
    const found = best(direction, direction === 'down' ? most : first)
    // An overview is whole, turned or from afar where it must be; a narrow page reads down.
    const isOverview = view.expanded.size === 0 && page.width >= narrow
    if (found || isOverview) return found ?? arrange(graph, given, page, { ...wish, everything: true })
    const seen = wish.seen === undefined ? null : part(wish.seen, Math.min(smallest.everything, most), most)
    return seen ?? lined(1)
  }
  const along = best(direction, smallest.everything)
  if (along && (view.direction || along.reading > smallEnough * most)) return along
  const rest = () =>
    briefly() ??
    thin(graph, view, page, most) ??
    (wish.within ? null : across(graph, view, page, most)) ??
    largestWhole(graph, view, page, direction)
  if (view.direction) return rest()
  // What is much wider than it is high, or the other way round, may be seen better when it is turned.
  const second = best(direction === 'right' ? 'down' : 'right', smallest.everything)
  if (along && second) return second.reading > along.reading * worthTurning ? second : along
  return along ?? second ?? rest()
}

/** Words of a picture that nobody reads are laid out so small: of closed stages nearly nothing, of layers a pill. */
const wordless = { closed: 5, open: 2 } as const

/** As decoration, as large as it can be, where no word is read and so none needs room. */
export function arrangeWordless(graph: Graph, view: View, page: Room): Arrangement | null {
  if (page.width === 0 || page.height === 0) return null
  const reading = view.expanded.size === 0 ? wordless.closed : wordless.open
  return bestLine(graph, view, page, 'right', reading).arrangement
}

/** A network that is one block, and has nothing but its layers to be known by. */
export function isBlock(graph: Graph): boolean {
  return graph.groups.filter(({ id, parent }) => id !== '' && parent === '').length === 1
}

/** How a camera shows all of an arranged picture: no words smaller than they are read where it was laid out for that. */
export function fitOptions(
  { direction, reading, fits = false, fitsAcross = false, whole = false }: Arrangement,
  everything = false,
): FrameOptions {
  if (fits || fitsAcross) return { smallest: reading }
  return everything || whole ? {} : { smallest: reading, down: direction === 'down' }
}

/** How large a whole network can be shown on a page, 1 at full size and no more. */
export function largestOn(graph: Graph, view: View, page: Room): number {
  const arrangement = arrange(graph, view, page, { everything: true })
  if (!arrangement) return 0
  const { line, ...how } = arrangement
  return Math.min(1, zoomOf(measure(graph, { ...view, ...how })(line), page))
}

/** Whether a whole network has room on a page, and nothing of it goes on beyond an edge. */
export function isWholeOn(graph: Graph, view: View, page: Room): boolean {
  return arrange(graph, view, page, { everything: true })?.fitsAcross !== true
}

/** How large something is when it fills the page. */
function zoomOf(room: Room, page: Room): number {
  return Math.min(page.width / room.width, page.height / room.height)
}

/** How a picture with words for a zoom fits the page at that zoom: on one line, or `broken`; null where it does not. */
function fitted(
  graph: Graph,
  view: View,
  page: Room,
  direction: Direction,
  reading: number,
  broken: boolean,
): Arrangement | null {
  const room = measure(graph, { ...view, direction, reading })
  if (zoomOf(room(), page) >= reading) return { direction, reading, fits: true }
  if (!broken) return null
  const line = (direction === 'right' ? page.width : page.height) / reading - margins
  const { width, height } = room(line)
  const beyond = 2 * overhang
  const all = direction === 'right' ? { width: width + beyond, height } : { width, height: height + beyond }
  return zoomOf(all, page) >= reading ? { direction, line, reading, fits: true } : null
}

/** Whether a part of a picture fits the page at the zoom for which its words are laid out. */
function holdsPart(graph: Graph, view: View, page: Room, how: Arrangement, on: string): boolean {
  const scene = layout(graph, { ...view, ...how })
  const box = scene.boxes.find(({ id }) => id === on)
  if (!box) return true
  const { width, height } = withShapes(scene, box)
  const around = aroundPart / how.reading
  return zoomOf({ width: width + around, height: height + around }, page) >= how.reading
}

/**
 * Whether a picture is so much larger than the page that there is no need to look for a zoom: its area at the least zoom
 * is at least the square of that of what it takes at full size, of which lines save no more than a share.
 */
function isHopeless(graph: Graph, view: View, page: Room, direction: Direction, least: number): boolean {
  const { width, height } = measure(graph, { ...view, direction })()
  return width * height * least ** 2 > mostSaved * page.width * page.height
}

/** The largest zoom at which something is found; null where nothing is down to the least. */
function largestZoom<T>(find: (zoom: number) => T | null, least: number, most: number): T | null {
  const whole = find(most)
  if (whole) return whole
  let best = least < most ? find(least) : null
  if (!best) return null
  let [fits, fails] = [least, most]
  for (let i = 0; i < tries; i++) {
    const middle = (fits + fails) / 2
    const found = find(middle)
    if (found) [best, fits] = [found, middle]
    else fails = middle
  }
  return best
}

/** The largest zoom at which all of it fits and every word is read, in lines only where they are worth it. */
function mostReadable(
  fits: (zoom: number, broken: boolean) => Arrangement | null,
  least: number,
  most: number,
): Arrangement | null {
  const inLines = largestZoom((zoom) => fits(zoom, true), least, most)
  if (inLines?.line === undefined) return inLines
  const onOne = largestZoom((zoom) => fits(zoom, false), least, most)
  return onOne && inLines.reading <= onOne.reading * worthBreaking ? onOne : inLines
}

/** The ways a block may flow: a narrow page reads down. */
function waysOf({ direction }: View, { width }: Room): readonly Direction[] {
  return direction ? [direction] : width < narrow ? downOnly : bothWays
}

/**
 * A block is about what its paths come together to, so all of it is worth ribbons that are thinner yet beside its words,
 * or words below each other. Null for networks, and where even that has no room.
 */
function thin(graph: Graph, view: View, page: Room, most: number): Arrangement | null {
  if (!isBlock(graph)) return null
  const ways = waysOf(view, page)
  const within = (direction: Direction, slim: boolean) => {
    const fits = (reading: number) => fitted(graph, { ...view, slim }, page, direction, reading, false)
    const found = largestZoom(fits, Math.min(smallest.block, most), Math.min(smallest.everything, most))
    return found ? [{ ...found, ...(slim && { slim }) }] : []
  }
  const found = ways.flatMap((direction) => within(direction, false))
  if (found.length === 0 && ways.includes('down')) found.push(...within('down', true))
  return found.sort((a, b) => b.reading - a.reading)[0] ?? null
}

/**
 * A block has nothing but the words of its layers to be known by: where they have no room on a page, it is as long as
 * they need and fits the page the other way, with words below each other if there must be; a narrow page reads down.
 * Null for networks, whose stages have names that are read from far.
 */
function across(graph: Graph, view: View, page: Room, most: number): Arrangement | null {
  if (!isBlock(graph)) return null
  const ways = waysOf(view, page)
  const within = (direction: Direction, slim: boolean) => {
    const at = (reading: number): (Arrangement & { readonly pages: number }) | null => {
      const { width, height } = measure(graph, { ...view, direction, reading, slim })()
      const [wide, high] = [(width * reading) / page.width, (height * reading) / page.height]
      const [over, beside] = direction === 'right' ? [wide, high] : [high, wide]
      const how = { direction, reading, fitsAcross: true, pages: over, ...(slim && { slim }) }
      return beside <= 1 && over <= mostPages ? how : null
    }
    return largestZoom(at, Math.min(smallest.everything, most), Math.min(largestAcross, most))
  }
  const found = ways.flatMap((direction) => within(direction, false) ?? [])
  if (found.length === 0 && ways.includes('down')) found.push(...[within('down', true) ?? []].flat())
  found.sort((a, b) => a.pages - b.pages)
  if (found.length === 0) return null
  const { pages: _, ...how } = found[0]
  return how
}

const downOnly = ['down'] as const
const bothWays = ['right', 'down'] as const

/** Everything as large as it can be, though its words cannot be read. */
function largestWhole(graph: Graph, view: View, page: Room, direction: Direction): Arrangement {
  const best = bestLine(graph, view, page, direction)
  if (view.direction || best.zoom > smallEnough) return { ...best.arrangement, whole: true }
  const second = bestLine(graph, view, page, direction === 'right' ? 'down' : 'right')
  return { ...(second.zoom > best.zoom * worthTurning ? second : best).arrangement, whole: true }
}

/** Lines of the length that shows everything largest. */
function bestLine(
  graph: Graph,
  view: View,
  page: Room,
  direction: Direction,
  reading = 1,
): { readonly arrangement: Arrangement; readonly zoom: number } {
  const room = measure(graph, { ...view, direction, reading })
  const along = (of: Room) => (direction === 'right' ? of.width : of.height)
  const across = (of: Room) => (direction === 'right' ? of.height : of.width)
  const whole = room()
  let best: { line: number | undefined; zoom: number } = { line: undefined, zoom: zoomOf(whole, page) }
  // Lines as long as the page has room for if they lie as dense as the last try: each try corrects the next.
  let found = whole
  for (let i = 0; i < tries; i++) {
    const line = Math.sqrt((along(found) * across(found) * along(page)) / across(page))
    const next = room(line)
    const zoom = zoomOf(next, page)
    if (zoom > best.zoom * (best.line === undefined ? worthBreaking : 1.01)) best = { line, zoom }
    else if (i > 1) break
    found = next
  }
  const { line, zoom } = best
  return { arrangement: { direction, reading, ...(line !== undefined && { line }) }, zoom }
}
