/** A finger that rests this long, in milliseconds, selects a group without opening it. */
export const longPress = 500

/** A finger that rests still moves by up to so many pixels from where it came down. */
const slack = 10

/** A finger on the picture, from when it comes down until the click that may follow it. */
export type Press =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'down'
      readonly pointer: number
      readonly x: number
      readonly y: number
      /** What it came down on. */
      readonly on: string
    }
  /** It rested: the click that follows is a part of it. */
  | { readonly phase: 'held'; readonly pointer: number }

export interface PointerSign {
  readonly pointer: number
  readonly x: number
  readonly y: number
}

export type PressEvent =
  | (PointerSign & {
      readonly type: 'down'
      readonly isPrimary: boolean
      readonly isMouse: boolean
      readonly on: string | null
    })
  | (PointerSign & { readonly type: 'move' })
  | { readonly type: 'up' | 'cancel'; readonly pointer: number }
  /** The picture was moved by hand: what the finger came down on is not what it rests on. */
  | { readonly type: 'camera' }
  /** It has rested for as long as a long press takes. */
  | { readonly type: 'time' }
  | { readonly type: 'click' }

/** What to do: begin to wait for a long press, stop waiting, take what is pressed, or let a click pass unheard. */
export type PressCommand =
  { readonly do: 'wait' | 'stop' | 'swallow' } | { readonly do: 'take'; readonly on: string } | null

export const idle: Press = { phase: 'idle' }

/**
 * One finger at a time: a second one, a way from the start, or a picture that moves makes it something else than a
 * press. A mouse has no long press.
 */
export function press(state: Press, event: PressEvent): readonly [Press, PressCommand] {
  const end = (): readonly [Press, PressCommand] => [idle, state.phase === 'down' ? { do: 'stop' } : null]
  switch (event.type) {
    case 'down': {
      // The click of the finger that rested is still to come.
      if (!event.isPrimary && state.phase === 'held') return [state, null]
      if (!event.isPrimary || event.isMouse || event.on === null) return end()
      const { pointer, x, y, on } = event
      return [{ phase: 'down', pointer, x, y, on }, { do: 'wait' }]
    }
    case 'move': {
      if (state.phase !== 'down' || event.pointer !== state.pointer) return [state, null]
      return Math.hypot(event.x - state.x, event.y - state.y) > slack ? end() : [state, null]
    }
    case 'up':
      return state.phase === 'down' && event.pointer === state.pointer ? end() : [state, null]
    case 'cancel':
      return state.phase !== 'idle' && event.pointer === state.pointer ? end() : [state, null]
    case 'camera':
      return state.phase === 'down' ? end() : [state, null]
    case 'time':
      return state.phase === 'down'
        ? [
            { phase: 'held', pointer: state.pointer },
            { do: 'take', on: state.on },
          ]
        : [state, null]
    case 'click':
      return [idle, state.phase === 'held' ? { do: 'swallow' } : null]
  }
}
