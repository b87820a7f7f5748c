import type { Graph, GroupId, NodeId } from '../nn/graph'
import type { Arrangement, Wish } from './arrange'
import type { Aim } from './camera'
import type { LayoutView } from './scene'

/** A part that is to be seen as large as it fits: a node or a group, or null for all of the network. */
export interface Frame {
  readonly on: NodeId | GroupId | null
}

/** What a picture is of, and the page it is on. */
export interface Shown {
  readonly network: string
  readonly expanded: ReadonlySet<GroupId>
  readonly direction: LayoutView['direction']
  readonly scale: LayoutView['scale']
  readonly links: LayoutView['links']
  readonly beside: Graph | undefined
  readonly width: number
  readonly height: number
  /** Size of the smallest text, in pixels. */
  readonly text: number
}

/** What the camera is to do once the scene is drawn. */
export type Command =
  /** Shows everything; no text smaller than it is read, unless `everything` is wanted however small. */
  | { readonly do: 'fit'; readonly everything: boolean; readonly largest?: number }
  | { readonly do: 'frame'; readonly on: string }
  /** `whole`: an open group with all that is in it, and not only its name; smaller if it must be, but to be read. */
  | { readonly do: 'reveal'; readonly on: string; readonly room: number; readonly whole?: true }
  /** Keeps in sight what was opened or closed, with all that is in it; smaller if it must be. */
  | { readonly do: 'keep'; readonly on: string }
  | { readonly do: 'aim'; readonly aim: Aim }
  /** The picture stands where a slide or an address asked for. */
  | { readonly do: 'tell' }

/** How a picture is arranged, and who brought it to where it stands. */
export interface Framing {
  readonly shown: Shown | null
  readonly frame: Frame | undefined
  readonly wish: Wish
  /** Null before the page has a size. */
  readonly arrangement: Arrangement | null
  /** The reader, or an address, brought it to where it stands: it stays there when the page changes its size. */
  readonly moved: boolean
  /** An address brought it there and nobody has moved it since: the page may still be taking shape, and it with it. */
  readonly aimed: boolean
  /** Where it was brought; null where it is as it was first shown. */
  readonly aim: Aim | null
  /** The place that the page gave or was told last: the same one sends the picture nowhere a second time. */
  readonly known: Aim | null
  /** What was opened or closed last, until the picture is moved: it stays in sight when the page changes its size. */
  readonly toggled: string | null
  /** A new list is to be carried out once. */
  readonly commands: readonly Command[]
}

/** Lays the picture out; null before the page has a size. */
export type Arranger = (wish: Wish) => Arrangement | null

export type FramingEvent =
  | {
      readonly type: 'show'
      readonly shown: Shown
      /** Another object frames the picture anew; without it, what is readable of all is shown. */
      readonly frame: Frame | undefined
      /** Another object than the page gave before, or was told, is where the picture goes. */
      readonly aim: Aim | null
      readonly selected: string | null
      readonly arrange: Arranger
    }
  /** All of it is asked for. */
  | { readonly type: 'fit'; readonly arrange: Arranger }
  /** No larger than that, as the picture beside it; one that was moved stays. */
  | {
      readonly type: 'within'
      readonly largest: number
      /** Its words may have no room. */
      readonly far?: boolean
      readonly arrange: Arranger
    }
  /** Something lies over the picture, or no longer does. */
  | { readonly type: 'cover'; readonly selected: string | null; readonly arrange: Arranger }
  /** The picture was moved by hand, or to where it was asked to go. */
  | { readonly type: 'moved' }
  | { readonly type: 'rested'; readonly aim: Aim }
  /** What an address aims at is not there. */
  | { readonly type: 'lost' }

export const unframed: Framing = {
  shown: null,
  frame: undefined,
  wish: {},
  arrangement: null,
  moved: false,
  aimed: false,
  aim: null,
  known: null,
  toggled: null,
  commands: [],
}

/** Room around what an address selects: a share of the page. */
const besideSelected = 0.25

/** What is brought into sight from below something has this room: a share of the page. */
const besideCover = 0.05

export function step(state: Framing, event: FramingEvent): Framing {
  switch (event.type) {
    case 'show':
      return show(state, event)
    case 'fit':
      return refit(
        { ...state, wish: { everything: true }, moved: false, aimed: false, aim: null, toggled: null },
        null,
        event.arrange,
      )
    case 'within': {
      const { wish, moved } = state
      const { largest, far = false } = event
      if (moved || (wish.largest === largest && (wish.far ?? false) === far)) return state
      const next = { ...wish, largest, far }
      const arrangement = event.arrange(next)
      // Whoever lines it up with the one beside it does so where it stands now.
      return { ...state, wish: next, arrangement, commands: [fitting(next), { do: 'tell' }] }
    }
    case 'cover': {
      if (!state.arrangement) return state
      const { selected } = event
      if (!state.moved) return refit(state, selected, event.arrange)
      if (state.aimed && state.aim) {
        const commands: Command[] = [{ do: 'aim', aim: state.aim }]
        return { ...state, arrangement: event.arrange(state.wish), commands }
      }
      return { ...state, commands: selected === null ? [] : kept(state, selected) }
    }
    case 'moved':
      return state.moved && !state.aimed && state.toggled === null
        ? state
        : { ...state, moved: true, aimed: false, toggled: null }
    case 'rested': {
      const aim = state.moved ? event.aim : null
      return { ...state, aim, known: aim ?? state.known }
    }
    case 'lost':
      return { ...state, moved: false, aimed: false }
  }
}

function show(state: Framing, event: Extract<FramingEvent, { type: 'show' }>): Framing {
  const { shown, frame, selected, arrange } = event
  const before = state.shown
  const known = event.aim
  const goes = known !== state.known ? known : null
  const isAs = before !== null && sameShown(before, shown)
  if (isAs && state.frame === frame && state.arrangement && !goes)
    return known === state.known ? state : { ...state, known }

  const isFramed = frame !== undefined && state.frame !== frame
  const same = before?.network === shown.network
  const restyled =
    same &&
    (before.direction !== shown.direction || before.scale !== shown.scale || before.links !== shown.links)
  const changed = same ? differences(before.expanded, shown.expanded) : []
  // A single group opens where it is, and its text keeps the size beside what it names.
  const opens = same && !restyled && !isFramed && changed.length === 1
  const starts = isFramed || !same || restyled || changed.length > 1
  const moved = goes !== null || opens || (!starts && state.moved)
  const aimed = goes !== null || (!starts && !opens && state.aimed)
  const wish: Wish = starts
    ? wishOf(frame, selected)
    : opens || (state.moved && !state.aimed)
      ? {
          ...(state.arrangement && { like: state.arrangement }),
          ...(opens && shown.expanded.has(changed[0]) && { on: changed[0] }),
        }
      : state.wish
  const toggled = opens ? changed[0] : starts || goes ? null : state.toggled
  const arrangement = isAs && !isFramed ? state.arrangement : arrange(wish)
  if (!arrangement) return state
  const next: Framing = {
    shown,
    frame,
    wish,
    arrangement,
    moved,
    aimed,
    // Where it stood was told by boxes of the closed picture; where it stands is told when it rests.
    aim: goes ?? (moved && !opens ? state.aim : null),
    known,
    toggled,
    commands: state.commands,
  }
  if (goes) return { ...next, commands: [...(starts ? fill(next, selected) : []), { do: 'aim', aim: goes }] }
  if (opens) return { ...next, commands: [] }
  if (!moved) return { ...next, commands: fill(next, selected) }
  if (isAs) return { ...next, commands: [] }
  return {
    ...next,
    commands: [...(next.aim ? [{ do: 'aim', aim: next.aim } as const] : []), ...kept(next, selected)],
  }
}

/** Where the page is smaller, or covered: what was chosen after something was opened is what is looked at. */
function kept({ toggled }: Framing, selected: string | null): readonly Command[] {
  if (selected !== null && selected !== toggled) return [{ do: 'reveal', on: selected, room: besideCover }]
  return toggled === null ? [] : [{ do: 'keep', on: toggled }]
}

function wishOf(frame: Frame | undefined, selected: string | null): Wish {
  if (!frame) return selected === null ? {} : { seen: selected }
  return frame.on === null ? { everything: true } : { on: frame.on }
}

function refit(state: Framing, selected: string | null, arrange: Arranger): Framing {
  const arrangement = arrange(state.wish)
  const next = { ...state, arrangement }
  return arrangement ? { ...next, commands: fill(next, selected) } : next
}

/** What a picture shows that nobody has moved. */
function fill({ frame, wish }: Framing, selected: string | null): readonly Command[] {
  if (frame && frame.on !== null && !wish.everything) return [{ do: 'frame', on: frame.on }, { do: 'tell' }]
  if (frame || wish.everything) return [fitting(wish), ...(frame ? [{ do: 'tell' } as const] : [])]
  // What an address selects is in sight, however the page begins.
  return [
    fitting(wish),
    ...(selected === null
      ? []
      : ([{ do: 'reveal', on: selected, room: besideSelected, whole: true }, { do: 'tell' }] as const)),
  ]
}

function fitting({ everything = false, largest }: Wish): Command {
  return { do: 'fit', everything, ...(largest !== undefined && { largest }) }
}

function sameShown(a: Shown, b: Shown): boolean {
  return (Object.keys(a) as (keyof Shown)[]).every((key) => a[key] === b[key])
}

/** Groups that are open in one set and closed in the other. */
function differences(a: ReadonlySet<GroupId>, b: ReadonlySet<GroupId>): readonly GroupId[] {
  if (a === b) return []
  return [...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))]
}
