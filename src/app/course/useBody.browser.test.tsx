import { useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import type { Lesson } from '../../lessons/course'
import { preloadBody, useBody } from './useBody'

/** A lesson of one word. */
const lesson = { id: 'one', load: async () => () => <p>word</p> } as unknown as Lesson

it('shows words that come after it was rendered, and before its effects', async () => {
  function Page() {
    const { Body } = useBody(lesson)
    // As the course does while it is fetched: the words are there with the next microtask, effects come after a paint.
    useLayoutEffect(() => void preloadBody(lesson), [])
    return Body ? <Body components={{}} /> : <h1>on its way</h1>
  }
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  root.render(<Page />)
  await expect.poll(() => place.textContent).toBe('word')
  root.unmount()
})
