import { describe, expect, it } from 'vitest'
import type { Arrangement, Wish } from './arrange'
import { type Command, type Framing, type FramingEvent, type Shown, step, unframed } from './framing'

const closed: ReadonlySet<string> = new Set()
const shown: Shown = {
  network: 'resnet18',
  expanded: closed,
  direction: undefined,
  scale: 'auto',
  links: 'flow',
  beside: undefined,
  width: 800,
  height: 500,
  text: 12,
}

/** Lays out at 0.7, or as it was, and writes down what it was asked for. */
function arranger() {
  const wishes: Wish[] = []
  const arrange = (wish: Wish): Arrangement => {
    wishes.push(wish)
    return { direction: 'right', reading: wish.like?.reading ?? 0.7 }
  }
  return { wishes, arrange }
}

type Given = Partial<Extract<FramingEvent, { type: 'show' }>> & { readonly with?: Partial<Shown> }

const show = ({ with: over, ...given }: Given = {}): FramingEvent => ({
  type: 'show',
  shown: { ...shown, ...over },
  frame: undefined,
  aim: null,
  selected: null,
  arrange: arranger().arrange,
  ...given,
})

const aim = { id: 'conv2_x', x: 1, y: 2, k: 1.5 }
const moved: FramingEvent = { type: 'moved' }
const rested: FramingEvent = { type: 'rested', aim }
const { arrange } = arranger()

const after = (...events: readonly FramingEvent[]): Framing => events.reduce(step, unframed)

const fit = (everything: boolean): Command => ({ do: 'fit', everything })
const open = new Set(['conv2_x'])
const all = { on: null }
const part = { on: 'conv2_x' }

describe('what a picture does', () => {
  const cases: readonly (readonly [string, readonly FramingEvent[], readonly Command[], boolean])[] = [
    ['shows what can be read at first', [show()], [fit(false)], false],
    [
      'brings into sight what the address selects',
      [show({ selected: 'fc' })],
      [fit(false), { do: 'reveal', on: 'fc', room: 0.25, whole: true }, { do: 'tell' }],
      false,
    ],
    ['goes where the address says', [show({ aim })], [fit(false), { do: 'aim', aim }], true],
    ['holds where it stands when a group opens', [show(), show({ with: { expanded: open } })], [], true],
    [
      'keeps what was opened in sight when the page becomes smaller for a panel',
      [show(), show({ with: { expanded: open } }), show({ with: { expanded: open, height: 200 } })],
      [{ do: 'keep', on: 'conv2_x' }],
      true,
    ],
    [
      'keeps it in sight when it has come to rest before, and when its words become larger',
      [
        show(),
        show({ with: { expanded: open } }),
        rested,
        show({ aim, with: { expanded: open } }),
        show({ aim, with: { expanded: open, text: 18 } }),
      ],
      [
        { do: 'aim', aim },
        { do: 'keep', on: 'conv2_x' },
      ],
      true,
    ],
    [
      'goes not back to where it stood before something opened, when the legend takes a line more',
      [
        show(),
        moved,
        rested,
        show({ aim, with: { expanded: open } }),
        show({ aim, with: { expanded: open, height: 480 } }),
      ],
      [{ do: 'keep', on: 'conv2_x' }],
      true,
    ],
    [
      'lets go of it when the picture is moved',
      [
        show(),
        show({ with: { expanded: open } }),
        moved,
        rested,
        show({ aim, with: { expanded: open, height: 200 } }),
      ],
      [{ do: 'aim', aim }],
      true,
    ],
    [
      'is framed anew when much opens at once',
      [show(), moved, show({ with: { expanded: new Set(['conv2_x', 'conv3_x']) } })],
      [fit(false)],
      false,
    ],
    [
      'is framed anew for another network',
      [show(), moved, show({ with: { network: 'vgg16' } })],
      [fit(false)],
      false,
    ],
    [
      'is framed anew when it flows otherwise',
      [show(), moved, show({ with: { direction: 'down' } })],
      [fit(false)],
      false,
    ],
    ['follows the size of the page', [show(), show({ with: { width: 700 } })], [fit(false)], false],
    [
      'stays with what was in its middle when it was moved',
      [show(), moved, rested, show({ aim, with: { width: 700 } })],
      [{ do: 'aim', aim }],
      true,
    ],
    [
      'shows everything when asked to, however it stood',
      [show(), moved, rested, { type: 'fit', arrange }],
      [fit(true)],
      false,
    ],
    [
      'shows everything though the page still knows where it stood',
      [show(), moved, rested, show({ aim }), { type: 'fit', arrange }, show({ aim })],
      [fit(true)],
      false,
    ],
    [
      'is framed anew when it flows otherwise, though the page still knows where it stood',
      [
        show(),
        moved,
        rested,
        show({ aim, with: { direction: 'down' } }),
        show({ aim, with: { direction: 'down' } }),
      ],
      [fit(false)],
      false,
    ],
    [
      'goes again to where it was, when the page has let go of it in between',
      [show({ aim }), { type: 'fit', arrange }, show({ aim }), show(), show({ aim })],
      [{ do: 'aim', aim }],
      true,
    ],
    [
      'goes on to show everything when the page changes',
      [show(), { type: 'fit', arrange }, show({ with: { width: 700 } })],
      [fit(true)],
      false,
    ],
    ['fills the page with what a slide frames', [show({ frame: all })], [fit(true), { do: 'tell' }], false],
    [
      'fills the page with the part that a slide frames',
      [show({ frame: part })],
      [{ do: 'frame', on: 'conv2_x' }, { do: 'tell' }],
      false,
    ],
    [
      'goes back to what the slide frames',
      [show({ frame: all }), moved, show({ frame: { on: null } })],
      [fit(true), { do: 'tell' }],
      false,
    ],
    [
      'leaves the slide’s frame when a group opens',
      [show({ frame: all }), show({ frame: all, with: { expanded: open } })],
      [],
      true,
    ],
    [
      'is as large as the one beside it, and tells that it stands elsewhere',
      [show({ frame: all }), { type: 'within', largest: 0.4, arrange }],
      [{ do: 'fit', everything: true, largest: 0.4 }, { do: 'tell' }],
      false,
    ],
    [
      'leaves room for what lies over it',
      [show(), { type: 'cover', selected: null, arrange }],
      [fit(false)],
      false,
    ],
    [
      'brings the selection out from below something',
      [show(), moved, { type: 'cover', selected: 'fc', arrange }],
      [{ do: 'reveal', on: 'fc', room: 0.05 }],
      true,
    ],
    [
      'is not taken for moved where what an address aims at is not there',
      [show({ aim }), { type: 'lost' }],
      [fit(false), { do: 'aim', aim }],
      false,
    ],
  ]
  it.each(cases)('%s', (_, events, commands, isMoved) => {
    const state = after(...events)
    expect(state.commands).toEqual(commands)
    expect(state.moved).toBe(isMoved)
  })
})

it('does nothing twice: the same picture is the same state', () => {
  const state = after(show({ frame: all }))
  expect(step(state, show({ frame: all }))).toBe(state)
  const rests = after(show(), moved, rested)
  expect(step(rests, show({ aim }))).toBe(rests)
  const beside = step(state, { type: 'within', largest: 0.4, arrange })
  expect(step(beside, { type: 'within', largest: 0.4, arrange })).toBe(beside)
})

it('keeps flow and size of text where a group opens, and asks for room for it', () => {
  const { wishes, arrange } = arranger()
  after(show({ arrange }), show({ arrange, with: { expanded: open } }), show({ arrange }))
  const like = { direction: 'right', reading: 0.7 }
  expect(wishes).toEqual([{}, { like, on: 'conv2_x' }, { like }])
})

it('tells no place while nobody has moved it', () => {
  expect(after(show(), rested).aim).toBeNull()
  expect(after(show(), moved, rested).aim).toBe(aim)
  expect(after(show(), moved, rested, { type: 'fit', arrange }).aim).toBeNull()
})

it('waits until the page has a size', () => {
  expect(step(unframed, show({ arrange: () => null }))).toBe(unframed)
  const state = after(show())
  expect(step(state, show({ arrange: () => null, with: { width: 0 } }))).toBe(state)
})
