import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { create } from 'zustand'
import type { Pixels, RunRequest } from '../../runtime/types'

/** Runs of the second network that have begun, in their order. */
const asked = vi.hoisted(() => [] as { readonly image: Pixels; readonly end: () => void }[])

vi.mock('../../runtime/heldEngine', () => ({
  holdEngine: () => ({
    get: async () => ({
      run: ({ image }: RunRequest) =>
        new Promise((done) => asked.push({ image, end: () => done({ tensors: asked.length }) })),
      cancel() {},
    }),
    end() {},
  }),
}))
vi.mock('../run/session', () => ({
  useSession: create(() => ({ run: { phase: 'waiting' }, finished: null })),
  wantedOf: (graph: unknown, chosen: object, look?: () => Pixels) => ({
    graph,
    ...chosen,
    pixels: look?.() ?? page,
  }),
}))
vi.mock('../image/pictures', () => ({ usePictures: { getState: () => ({ picture: {} }) } }))

import { useLive } from '../image/live'
import { type Finished, useSession } from '../run/session'
import { graphOf } from '../state/network'
import { compareBoth } from './both'
import { followFirst, useSecond } from './second'

const page = {} as Pixels

function frameOf(side: number): Pixels {
  const pixels = { width: side, height: side, data: new Uint8ClampedArray() }
  const finished = { graph: graphOf('cifar-plain20'), pixels, seed: 1, result: { backend: 'wasm' } }
  useSession.setState({ run: { phase: 'done' }, finished: finished as unknown as Finished })
  return pixels
}

const begun = (runs: number) => vi.waitFor(() => expect(asked).toHaveLength(runs))
const seen = () => useSecond.getState().finished?.pixels

let leave: () => void

beforeEach(() => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  asked.length = 0
  useSession.setState({ run: { phase: 'waiting' }, finished: null })
  compareBoth('cifar-plain20', 'cifar-resnet20')
  useLive.setState({ live: { rate: null, stop() {} } })
  leave = followFirst()
})

afterEach(() => {
  leave()
  useLive.setState({ live: null })
})

it('on the webcam the second network ends a frame, says so, and goes on with the newest', async () => {
  const first = frameOf(32)
  await begun(1)
  frameOf(32)
  const third = frameOf(32)
  await new Promise((done) => setTimeout(done, 5))
  expect(asked.map(({ image }) => image)).toEqual([first])
  asked[0].end()
  await begun(2)
  expect(seen()).toBe(first)
  expect(asked[1].image).toBe(third)
  expect(useSecond.getState().run.phase).toBe('done')
  asked[1].end()
  await vi.waitFor(() => expect(seen()).toBe(third))
  await new Promise((done) => setTimeout(done, 5))
  expect(asked).toHaveLength(2)
})

it('elsewhere the newest run of the first network gives up the one before', async () => {
  useLive.setState({ live: null })
  frameOf(32)
  await begun(1)
  const second = frameOf(32)
  await begun(2)
  asked[1].end()
  await vi.waitFor(() => expect(seen()).toBe(second))
})

it('a second network of another input looks at the image of the page', async () => {
  frameOf(64)
  await begun(1)
  expect(asked[0].image).toBe(page)
})

it('a comparison that is left on the webcam runs nothing more', async () => {
  frameOf(32)
  await begun(1)
  frameOf(32)
  leave()
  asked[0].end()
  await new Promise((done) => setTimeout(done, 5))
  expect(asked).toHaveLength(1)
  expect(useSecond.getState()).toEqual({ run: { phase: 'waiting' }, finished: null })
})
