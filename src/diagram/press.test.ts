import { describe, expect, it } from 'vitest'
import { idle, press, type Press, type PressCommand, type PressEvent } from './press'

const down = (over: Partial<Extract<PressEvent, { type: 'down' }>> = {}): PressEvent => ({
  type: 'down',
  pointer: 1,
  x: 100,
  y: 100,
  isPrimary: true,
  isMouse: false,
  on: 'conv2_x',
  ...over,
})
const move = (x: number, y: number, pointer = 1): PressEvent => ({ type: 'move', pointer, x, y })
const second = down({ pointer: 2, isPrimary: false, x: 200 })
const time: PressEvent = { type: 'time' }
const click: PressEvent = { type: 'click' }

function run(events: readonly PressEvent[]): { state: Press; commands: readonly PressCommand[] } {
  let state: Press = idle
  const commands: PressCommand[] = []
  for (const event of events) {
    const [next, command] = press(state, event)
    state = next
    if (command) commands.push(command)
  }
  return { state, commands }
}

const wait = { do: 'wait' } as const
const stop = { do: 'stop' } as const
const take = { do: 'take', on: 'conv2_x' } as const

describe('a press', () => {
  const cases: readonly (readonly [string, readonly PressEvent[], readonly PressCommand[]])[] = [
    [
      'that rests takes what it is on, and its click is not heard',
      [down(), time, { type: 'up', pointer: 1 }, click],
      [wait, take, { do: 'swallow' }],
    ],
    [
      'that is short stops waiting, and its click is heard',
      [down(), { type: 'up', pointer: 1 }, click],
      [wait, stop],
    ],
    ['may tremble', [down(), move(104, 97), move(96, 103), time], [wait, take]],
    [
      'that goes slowly, a pixel at a time, is a pan',
      [down(), ...Array.from({ length: 12 }, (_, i) => move(101 + i, 100)), time],
      [wait, stop],
    ],
    ['ends with a second finger', [down(), second, time], [wait, stop]],
    [
      'that was taken stays so with a second finger',
      [down(), time, second, click],
      [wait, take, { do: 'swallow' }],
    ],
    ['is not begun by a second finger', [second, time], []],
    ['of a mouse is a click', [down({ isMouse: true }), time, click], []],
    ['beside all parts is nothing', [down({ on: null }), time], []],
    ['ends when the picture moves', [down(), { type: 'camera' }, time], [wait, stop]],
    ['ends when the browser takes the pointer', [down(), { type: 'cancel', pointer: 1 }, time], [wait, stop]],
    [
      'does not follow another finger',
      [down(), move(300, 300, 2), { type: 'up', pointer: 2 }, time],
      [wait, take],
    ],
    [
      'after a long press is heard again',
      [down(), time, click, down(), { type: 'up', pointer: 1 }, click],
      [wait, take, { do: 'swallow' }, wait, stop],
    ],
    [
      'that was taken and has become a pan leaves no click behind',
      [down(), time, { type: 'cancel', pointer: 1 }, click],
      [wait, take],
    ],
  ]
  it.each(cases)('%s', (_, events, commands) => expect(run(events).commands).toEqual(commands))
})
