import { Activity } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCamera } from './useCamera'

let root: Root
let place: HTMLElement
/** Answers to the question for a camera, in the order in which it was asked. */
let answers: ((stream: MediaStream) => void)[]

beforeEach(() => {
  answers = []
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(
    () => new Promise((answer) => answers.push(answer)),
  )
  place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
})
afterEach(() => {
  root.unmount()
  place.remove()
  vi.restoreAllMocks()
})

function Lab() {
  const { state, video, open } = useCamera()
  return (
    <>
      <button onClick={open}>{state}</button>
      <video ref={video} muted />
    </>
  )
}

const show = (mode: 'visible' | 'hidden') =>
  root.render(
    <Activity mode={mode}>
      <Lab />
    </Activity>,
  )
const said = () => expect.poll(() => place.querySelector('button')?.textContent)

function picture() {
  const canvas = document.createElement('canvas')
  canvas.getContext('2d')
  const stream = canvas.captureStream()
  return { stream, isOn: () => stream.getTracks().some(({ readyState }) => readyState === 'live') }
}

it('is switched off when its lab is scrolled away, and off when it is back', async () => {
  show('visible')
  await said().toBe('off')
  place.querySelector('button')!.click()
  await said().toBe('asking')
  const { stream, isOn } = picture()
  answers[0](stream)
  await said().toBe('live')
  expect(isOn()).toBe(true)
  show('hidden')
  await expect.poll(isOn).toBe(false)
  show('visible')
  await said().toBe('off')
})

it('is not switched on by a permission that comes when its lab is out of sight', async () => {
  show('visible')
  await said().toBe('off')
  place.querySelector('button')!.click()
  await said().toBe('asking')
  show('hidden')
  await expect.poll(() => place.querySelector('button')!.checkVisibility()).toBe(false)
  const { stream, isOn } = picture()
  answers[0](stream)
  await expect.poll(isOn).toBe(false)
})
