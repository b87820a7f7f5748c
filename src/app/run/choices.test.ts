import { expect, it, vi } from 'vitest'

const asked = vi.hoisted(() => [] as string[])

vi.mock('../route/route', () => ({
  currentRoute: () => ({ page: 'network' }),
  hidesNetwork: () => false,
  isCourse: () => false,
  followRoute: () => () => {},
}))
vi.mock('../course/firstSlide', () => ({ firstSlide: Promise.resolve() }))
vi.mock('../image/pictures', async () => {
  const { create } = await import('zustand')
  return { usePictures: create(() => ({ picture: null as unknown })) }
})
vi.mock('../../runtime/runner', () => ({
  waiting: { phase: 'waiting' },
  createRunner: () => ({
    run: async ({ architecture }: { architecture: { id: string } }) => void asked.push(architecture.id),
    stop() {},
  }),
}))

import { usePictures } from '../image/pictures'
import { useStore } from '../state/store'
import { followChoices, hideNetwork } from './session'

it('runs on a picture that came before anything was followed, as while the file of the address is read', async () => {
  useStore.setState({ network: 'lenet5', weights: 'random' })
  usePictures.setState({ picture: {} as never })
  const leave = followChoices()
  await vi.waitFor(() => expect(asked).toEqual(['lenet5']))
  leave()
})

it('runs nothing while something else stands in its place, and then on the image that was chosen meanwhile', async () => {
  vi.useFakeTimers()
  asked.length = 0
  const leave = followChoices()
  const show = hideNetwork()
  await vi.runAllTimersAsync()
  usePictures.setState({ picture: { name: 'another' } as never })
  await vi.runAllTimersAsync()
  expect(asked).toEqual([])
  show()
  await vi.runAllTimersAsync()
  expect(asked).toEqual(['lenet5'])
  leave()
  vi.useRealTimers()
})
