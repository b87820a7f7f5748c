import { useSyncExternalStore } from 'react'
import type { LabText } from '../../lab/shared/schema'
import { courseLists } from '../../lessons/description'

export const galleryStates = ['both', 'closed', 'open'] as const

/** How the gallery shows every network. */
export type GalleryState = (typeof galleryStates)[number]

/** What stands behind the `?`, in its order. */
export type Said = readonly (readonly [name: string, text: string])[]

type ListName = (typeof courseLists)[number]

/** A list of the course, and the entry that it is about. */
type ListRoute = { [N in ListName]: { readonly page: N; readonly about: string | null } }[ListName]

export interface LessonRoute {
  readonly page: 'lesson'
  readonly lesson: string
  /** Null: its beginning. */
  readonly step: string | null
  /** One slide per screen. */
  readonly deck: boolean
  /** With what the lecturer says. */
  readonly notes: boolean
  /** The order of the slides: a name, or slides with commas between them; `lessons/orders.ts` reads it. */
  readonly order: string
  /** What is set in the lab of the slide: `?lab.width=46`. */
  readonly lab: LabText
  /** What a link says of the slide besides its lab, by the names of `mirror/link.ts`; taken over, and then no part of the address. */
  readonly kept?: Said
}

/** Slides on a page of a handout, or whole lessons as text. */
export const perPage = [1, 2, 6, 'text'] as const

/** The slides of an order on paper. */
export interface HandoutRoute {
  readonly page: 'handout'
  readonly order: LessonRoute['order']
  readonly per: (typeof perPage)[number]
  readonly notes: boolean
  /** Whether answers follow at the end. */
  readonly answers: boolean
}

/** Where somebody is: the whole of the address behind the `#`. */
export type Route =
  /** The first page. */
  | { readonly page: 'landing' }
  /** A network by name; null: the explorer's own, of which something is said. `url.ts` makes an intent of it. */
  | { readonly page: 'network'; readonly network: string | null; readonly said: Said }
  /** All networks as pictures; `odd` is what it cannot be told. */
  | { readonly page: 'gallery'; readonly state: GalleryState; readonly odd: readonly string[] }
  /** The recorded runs. */
  | { readonly page: 'measured' }
  /** What the browser keeps for reading without internet. */
  | { readonly page: 'offline' }
  /** The course's contents, at one of its modules. */
  | { readonly page: 'home'; readonly module?: string }
  | ListRoute
  | LessonRoute
  | HandoutRoute
  /** A lab alone, without a lesson. */
  | { readonly page: 'lab'; readonly lab: string; readonly said: LabText }
  /** What the lecturer sees beside the slides of a talk: `session` names the talk. */
  | {
      readonly page: 'presenter'
      readonly session: string
      readonly lesson: string
      readonly step: string
      readonly order: LessonRoute['order']
    }
  | { readonly page: 'unknown'; readonly path: string }

type Of<P extends Route['page']> = Extract<Route, { readonly page: P }>

/** A kind of page: the paths that lead to it, and how it is read and written. */
interface Row<R extends Route = Route> {
  readonly path: RegExp
  readonly read: (parts: readonly (string | undefined)[], said: Said) => R | Of<'network'>
  /** Path and what stands behind the `?`; a name alone has no value. */
  readonly write: (route: R) => readonly [path: string, said?: readonly (readonly [string, string?])[]]
}

/** Before the name of an option of a lab, so that it is no word of the course's own. */
const ofLab = 'lab.'

/** What a link may say of a slide besides its lab: its picture, its card, and everything else that was done on it. */
const isKept = (name: string) => /^(fig|card)(\.|$)|^(image|opened|answers|revealed|ink)$/.test(name)

const list = <N extends ListName>(name: N, about: string): Row<Of<N>> => ({
  path: new RegExp(`^/course/${name}/?$`),
  read: (_, said) => ({ page: name, about: valueOf(said, about) ?? null }) as Of<N>,
  write: (route) => {
    const { about: entry } = route as ListRoute
    return [`/course/${name}`, entry === null ? [] : [[about, entry]]]
  },
})

/** Every page there is, in the order in which an address is held against them. */
const table: { readonly [P in Route['page']]: Row<Of<P>> } = {
  landing: {
    path: /^\/?$/,
    // What is said behind the first address is said of a network: `#/?node=conv1`.
    read: (_, said) => (said.length === 0 ? { page: 'landing' } : { page: 'network', network: null, said }),
    write: () => ['/'],
  },
  network: {
    path: /^\/n\/([^/]+)\/?$/,
    read: ([network], said) => ({ page: 'network', network: network ?? null, said }),
    write: ({ network, said }) => [network === null ? '/' : `/n/${network}`, said],
  },
  gallery: {
    path: /^\/gallery\/?$/,
    read: (_, said) => {
      const asked = valueOf(said, 'state')
      const state = galleryStates.find((each) => each === asked)
      return {
        page: 'gallery',
        state: state ?? 'both',
        odd: [
          ...(asked !== undefined && !state
            ? [
                `the gallery has no state "${asked}"; it can be ${galleryStates.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
              ]
            : []),
          ...said.flatMap(([name]) =>
            name === 'state' ? [] : [`the gallery has nothing to choose called "${name}"`],
          ),
        ],
      }
    },
    write: ({ state }) => ['/gallery', state === 'both' ? [] : [['state', state]]],
  },
  measured: {
    path: /^\/measured\/?$/,
    read: () => ({ page: 'measured' }),
    write: () => ['/measured'],
  },
  offline: {
    path: /^\/offline\/?$/,
    read: () => ({ page: 'offline' }),
    write: () => ['/offline'],
  },
  handout: {
    path: /^\/handout\/?$/,
    read: (_, said) => ({
      page: 'handout',
      order: orderIn(said),
      per: perPage.find((each) => String(each) === valueOf(said, 'per')) ?? 2,
      notes: valueOf(said, 'notes') !== undefined,
      answers: valueOf(said, 'answers') !== undefined,
    }),
    write: ({ order, per, notes, answers }) => [
      '/handout',
      [
        ...(order === 'course' ? [] : [['order', order] as const]),
        ...(per === 2 ? [] : [['per', String(per)] as const]),
        ...(notes ? [['notes'] as const] : []),
        ...(answers ? [['answers'] as const] : []),
      ],
    ],
  },
  home: {
    path: /^\/course\/?$/,
    read: (_, said) => ({ page: 'home', module: valueOf(said, 'module') }),
    write: ({ module }) => ['/course', module ? [['module', module]] : []],
  },
  coverage: list('coverage', 'slide'),
  glossary: list('glossary', 'term'),
  labs: { ...list('labs', 'lab'), path: /^(?:\/course\/labs|\/labs?)\/?$/ },
  // The id of one's own order, or an order as it stands in addresses.
  orders: list('orders', 'order'),
  references: list('references', 'paper'),
  slips: list('slips', 'slip'),
  lesson: {
    path: /^\/course\/([^/]+)(?:\/([^/]+))?\/?$/,
    read: ([lesson = '', step], said) => ({
      page: 'lesson',
      lesson,
      step: step ?? null,
      deck: valueOf(said, 'deck') !== undefined,
      notes: valueOf(said, 'notes') !== undefined,
      order: orderIn(said),
      lab: Object.fromEntries(
        said.flatMap(([name, text]) => (name.startsWith(ofLab) ? [[name.slice(ofLab.length), text]] : [])),
      ),
      ...(said.some(([name]) => isKept(name)) && { kept: said.filter(([name]) => isKept(name)) }),
    }),
    write: ({ lesson, step, deck, notes, order, lab, kept = [] }) => [
      `/course/${lesson}${step ? `/${step}` : ''}`,
      [
        ...(deck ? [['deck'] as const] : []),
        ...(notes ? [['notes'] as const] : []),
        ...(order === 'course' ? [] : [['order', order] as const]),
        ...Object.entries(lab).map(([name, text]) => [ofLab + name, text] as const),
        ...kept,
      ],
    ],
  },
  presenter: {
    path: /^\/present\/([\w-]+)\/([^/]+)\/([^/]+)\/?$/,
    read: ([session = '', lesson = '', step = ''], said) => ({
      page: 'presenter',
      session,
      lesson,
      step,
      order: orderIn(said),
    }),
    write: ({ session, lesson, step, order }) => [
      `/present/${session}/${lesson}/${step}`,
      order === 'course' ? [] : [['order', order]],
    ],
  },
  lab: {
    path: /^\/lab\/([^/]+)\/?$/,
    read: ([lab = ''], said) => ({ page: 'lab', lab, said: Object.fromEntries(said) }),
    write: ({ lab, said }) => [`/lab/${lab}`, Object.entries(said)],
  },
  unknown: {
    path: /^(.*)$/s,
    read: ([path = '']) => ({ page: 'unknown', path }),
    write: ({ path }) => [path],
  },
}

const orderIn = (said: Said) => valueOf(said, 'order') || 'course'

const valueOf = (said: Said, name: string) => said.find(([each]) => each === name)?.[1]

/** What networks of advertisers append to every link; it says nothing to this page. */
const trackers =
  /^(utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|srsltid)$/

/** What an address begins with in a frame of another page, such as `#/embed-dark`: it names what the same address names without it. */
export const framed = /^#\/embed(?:-(light|dark|projector))?(?=\/)/

/** Whether the page stands in a frame, and shows nothing around what the address names. */
export const isFramed = () => framed.test(location.hash)

/** The route of an address, `#/n/resnet18?open=all` or any other text. */
export function readRoute(hash: string): Route {
  // What follows a stray `&` belongs behind a `?`, though none was there: trackers append so.
  const [path, query = ''] = unwrapped(hash.replace(framed, '').replace(/^#/, '')).split(/[?&](.*)/s)
  const said = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => part.split(/=(.*)/s).map(decode))
    .map(([name, text = '']) => [name, text] as const)
    .filter(([name]) => !trackers.test(name))
  for (const { path: pattern, read } of Object.values(table)) {
    const found = pattern.exec(path)
    if (found)
      return read(
        found.slice(1).map((part) => part && decode(part)),
        said,
      )
  }
  throw new Error(`No row of the table takes the path "${path}"`)
}

/** The address of a route; `readRoute` reads it back. */
export function writeRoute(route: Route): string {
  const [path, said = []] = (table[route.page] as unknown as Row).write(route)
  const query = said.map(([name, text]) => (text === undefined ? name : `${name}=${escaped(text)}`)).join('&')
  return `#${path}${query && `?${query}`}`
}

/** A fragment that was encoded as a whole, such as `resnet18%3Fopen%3Dall`: some programs do so with every link. */
function unwrapped(text: string): string {
  const [path, ...rest] = text.split('?')
  if (!/%(2F|3F)/i.test(path)) return text
  const inner = decode(path)
  return [inner, ...rest].join(inner.includes('?') ? '&' : '?')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: the text as it stands will be named in a sentence.
    return text
  }
}

/** Commas, colons and slashes need no escape behind the hash, and ids stay legible without. */
function escaped(text: string): string {
  // Half of a pair, which no address can hold.
  const whole = text.replace(/\p{Surrogate}/gu, '\uFFFD')
  return encodeURIComponent(whole).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
}

let last: { readonly hash: string; readonly route: Route } | undefined

/** Where the reader is now; the same object as long as the address is the same. */
export function currentRoute(): Route {
  const { hash } = location
  if (last?.hash !== hash) last = { hash, route: readRoute(hash) }
  return last.route
}

/** Calls back when the reader goes somewhere else. */
export function followRoute(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
  return () => {
    removeEventListener('hashchange', listener)
    removeEventListener('popstate', listener)
  }
}

/** Where the reader is, followed. */
export function useRoute(): Route {
  return useSyncExternalStore(followRoute, currentRoute)
}

/** Writes an address, as another step of the way back where it is told so. In a frame it stays one of a frame, and is no step of the page around it. */
export function setAddress(hash: string, isStep = false) {
  const frame = framed.exec(location.hash)
  const address = frame ? frame[0] + hash.slice(1) : hash
  if (isStep && !frame) history.pushState(null, '', address)
  else history.replaceState(history.state, '', address)
}

/** Goes somewhere as a link would. */
export function go(hash: string, { replace = false }: { replace?: boolean } = {}) {
  setAddress(hash, !replace)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Whether a route belongs to the course; known before the course is fetched. */
export function isCourse({ page }: Route): boolean {
  return page === 'home' || page === 'lesson' || (courseLists as readonly string[]).includes(page)
}

/** Whether the explorer is shown there: with what is said of its network, or with what it showed before. */
export function isExplorer({ page }: Route): boolean {
  return page === 'network' || page === 'unknown'
}

/** Whether nobody sees the network of the explorer there, nor that of a slide. */
export function hidesNetwork({ page }: Route): boolean {
  return !['landing', 'network', 'unknown', 'lesson'].includes(page)
}
