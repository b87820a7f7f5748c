import { act, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { replayKeys } from '../course/replay'
import { catchEarlyKeys } from '../help/early'
import { useTalkCommands, useTalkKeys } from './talkKeys'

const done: string[] = []
const does = (what: string) => () => void done.push(what)

function Tools() {
  useTalkCommands({
    presenter: does('presenter'),
    pen: does('pen'),
    highlighter: does('highlighter'),
    laser: does('laser'),
    vote: does('vote'),
  })
  return null
}

function Slide({ hasTools }: { readonly hasTools: boolean }) {
  useTalkKeys()
  useEffect(replayKeys, [])
  return hasTools ? <Tools /> : null
}

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

it('what is pressed before the slide, or the tools of the talk, have come is done when they are there', async () => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  catchEarlyKeys()
  press('s')
  const root = createRoot(document.createElement('div'))
  await act(() => root.render(<Slide hasTools={false} />))
  press('p')
  expect(done).toEqual([])
  await act(() => root.render(<Slide hasTools />))
  expect(done).toEqual(['pen', 'presenter'])
  press('v')
  expect(done).toEqual(['pen', 'presenter', 'vote'])
  await act(() => root.unmount())
  press('p')
  expect(done).toHaveLength(3)
})
