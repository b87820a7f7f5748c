import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { noInsets } from '../../diagram/lens'
import { graphOf } from '../state/network'
import { filmFor, leave, useFilm } from './film'
import { FilmBar } from './FilmBar'

const place = document.createElement('div')
const root = createRoot(place)
const graph = graphOf('inception-3a')
const last = filmFor(graph).steps.length - 1
const all = () => [...place.querySelectorAll('button')]
const nameOf = (button: HTMLElement) => button.getAttribute('aria-label') ?? button.textContent.trim()

afterEach(leave)

it('at its end a film offers to be shown again and to be closed, and leaves when it is', async () => {
  document.body.append(place)
  useFilm.setState({ graph, step: last - 1, isPlaying: true })
  root.render(<FilmBar graph={graph} diagram={{ current: null }} insets={noInsets} />)
  await expect.poll(() => all().map(nameOf)).toContain('Pause')
  useFilm.setState({ step: last, isPlaying: false })
  const atEnd = ['Again', 'One step back', 'One step on', 'Close the film']
  await expect.poll(() => all().map(nameOf)).toEqual(atEnd)
  expect(place.textContent).toMatch(/Close.*The end\./)
  all()[0].click()
  expect(useFilm.getState().step).toBe(0)
  useFilm.setState({ step: last, isPlaying: false })
  await expect.poll(() => all().map(nameOf)).toEqual(atEnd)
  all()[3].click()
  await expect.poll(() => place.querySelector('.film')).toBeNull()
  root.unmount()
})
