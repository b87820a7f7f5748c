import { Activity } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LeavingContext } from './leaving'
import { Progress } from './Progress'
import { type OnDone, useWork } from './useTask'

interface Turn {
  readonly signal: AbortSignal
  readonly onDone: OnDone
  readonly end: (result: string) => void
  readonly fail: (error: Error) => void
}

/** Work whose turns come to their end when a test says so. */
let turns: Turn[]
let root: Root
let place: HTMLElement
let leave: () => void

beforeEach(() => {
  turns = []
  place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
})
afterEach(() => {
  root.unmount()
  place.remove()
})

const workOf = () => (signal: AbortSignal, onDone: OnDone) =>
  new Promise<string>((end, fail) => turns.push({ signal, onDone, end, fail }))

function Lab({ work, starts }: { readonly work: ReturnType<typeof workOf>; readonly starts: boolean }) {
  const task = useWork(work, starts)
  return (
    <>
      <Progress task={task} begin="Begin" what="steps" />
      <output>{task.result}</output>
    </>
  )
}

const show = (work: ReturnType<typeof workOf>, starts = false, mode: 'visible' | 'hidden' = 'visible') =>
  root.render(
    <LeavingContext value={(end) => (leave = end)}>
      <Activity mode={mode}>
        <Lab work={work} starts={starts} />
      </Activity>
    </LeavingContext>,
  )
const said = () => expect.poll(() => place.textContent)
async function press(name: string) {
  const find = () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  await expect.poll(find).toBeDefined()
  find()!.click()
}

it('says how far it is, and after it was called off or failed what it had found before is there', async () => {
  show(workOf())
  await press('Begin')
  await said().toContain('Starting…')
  turns[0].onDone(0, 0, 'Fetching the weights: 1 MiB of 2 MiB')
  await said().toContain('1 MiB of 2 MiB')
  turns[0].onDone(5, 20)
  await said().toMatch(/5 of 20 steps, about \d+ s left/)
  turns[0].end('found')
  await said().toBe('Againfound')
  await press('Again')
  await said().toMatch(/Starting….*found/)
  await press('Cancel')
  await said().toBe('Againfound')
  expect(turns[1].signal.aborted).toBe(true)
  await press('Again')
  turns[2].fail(new Error('its worker ended'))
  await said().toBe('Its worker ended. Try againfound')
  await press('Try again')
  turns[3].end('found again')
  await said().toBe('Againfound again')
})

it('what begins by itself ends when it is no longer wanted, and what was done to its end is not done again', async () => {
  const work = workOf()
  show(work, true)
  await said().toContain('Starting…')
  show(work)
  await said().toBe('Begin')
  expect(turns[0].signal.aborted).toBe(true)
  show(work, true)
  await said().toContain('Starting…')
  turns[1].end('found')
  await said().toBe('Againfound')
  show(work, false)
  show(work, true)
  await said().toBe('Againfound')
  show(work, true, 'hidden')
  show(work, true)
  await said().toBe('Againfound')
  expect(turns).toHaveLength(2)
  // Other work forgets it.
  show(workOf())
  await said().toBe('Begin')
})

it('goes on while its lab is hidden, and ends when that is left', async () => {
  const work = workOf()
  show(work, true)
  await said().toContain('Starting…')
  show(work, true, 'hidden')
  turns[0].onDone(3, 4)
  show(work, true)
  await said().toContain('3 of 4 steps')
  expect(turns).toHaveLength(1)
  expect(turns[0].signal.aborted).toBe(false)
  leave()
  expect(turns[0].signal.aborted).toBe(true)
})
