import { createRoot, type Root } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { afterEach, expect, it, vi } from 'vitest'
import { Hideable } from './Hideable'

let root: Root | undefined
let place: HTMLElement | undefined

afterEach(() => {
  root?.unmount()
  place?.remove()
})

/** A hidden number, with questions after it. */
function mount(questions: string, onClick = () => {}) {
  place = document.createElement('div')
  const [page, after] = [document.createElement('div'), document.createElement('div')]
  after.innerHTML = questions
  place.append(page, after)
  document.body.append(place)
  root = createRoot(page)
  flushSync(() =>
    root!.render(
      <div onClick={onClick}>
        <Hideable isHidden>7</Hideable>
      </div>,
    ),
  )
}

const press = () => place!.querySelector<HTMLElement>('.hidden-value')!.click()
const focused = () => (document.activeElement as HTMLElement).id

const question = (id: string, isRight = false) =>
  `<section class="question"${isRight ? ' data-right="true"' : ''}><button id="${id}">answer</button></section>`
const folded = (id: string, isRight = false) =>
  `<details class="card"><summary>Question</summary>${question(id, isRight)}</details>`

it('a question mark leads to the next unanswered question, and to nothing that it stands in', () => {
  const onClick = vi.fn()
  mount(question('answered', true) + question('asked'), onClick)
  press()
  expect(focused()).toBe('asked')
  expect(onClick).not.toHaveBeenCalled()
})

it('where questions are folded it opens the first that is not answered', () => {
  mount(folded('answered', true) + folded('asked') + folded('later'))
  press()
  expect(focused()).toBe('asked')
  expect([...place!.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, true, false])
})

it('a question that is open comes before one that is folded', () => {
  mount(folded('folded') + question('open'))
  press()
  expect(focused()).toBe('open')
})
