import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Pixels } from '../../runtime/types'

const doubles = vi.hoisted(() => ({ runs: [] as Pixels[], reads: [] as (() => void)[] }))

vi.mock('../run/session', async () => {
  const { create } = await import('zustand')
  const run = { phase: 'done' }
  return {
    useSession: create(() => ({ run, finished: null as unknown })),
    chosenModel: () => undefined,
    runOn: (look: (...size: unknown[]) => Pixels) => void doubles.runs.push(look(28, 28, 'crop')),
  }
})
vi.mock('../inspector/readings', () => ({
  readOnce: () => new Promise<void>((done) => doubles.reads.push(done)),
}))
vi.mock('../route/route', () => ({
  currentRoute: () => ({ page: 'network' }),
  isExplorer: () => true,
  followRoute: () => () => {},
}))
vi.mock('./pictures', async () => {
  const { create } = await import('zustand')
  return { usePictures: create(() => ({ picture: 'before', problem: null })), showAgain: vi.fn() }
})
vi.mock('./image', () => ({
  newSurface: () => ({}),
  scaled: (video: { seen: number }) => ({ width: 28, height: 28, data: [video.seen] }),
}))

import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { useLive } from './live'
import { showAgain } from './pictures'
import { watchWebcam } from './watch'

/** What the camera shows: the number of the frame. */
let camera: { seen: number; show: () => void }
const track = { stop: vi.fn(), addEventListener() {} }
const stream = { getTracks: () => [track] } as unknown as MediaStream

beforeEach(() => {
  Object.assign(doubles, { runs: [], reads: [] })
  useStore.setState({ network: 'lenet5', selected: 'c1/conv' })
  vi.mocked(track.stop).mockClear()
  vi.mocked(showAgain).mockClear()
  let heard: (() => void)[] = []
  camera = {
    seen: 1,
    show() {
      camera.seen++
      const all = heard
      heard = []
      all.forEach((hear) => hear())
    },
  }
  const video = Object.assign(camera, {
    videoWidth: 640,
    videoHeight: 480,
    play: () => Promise.resolve(),
    requestVideoFrameCallback: (hear: () => void) => heard.push(hear),
  })
  vi.stubGlobal('document', {
    createElement: (name: string) => (name === 'video' ? video : { getContext: () => null }),
    addEventListener() {},
    removeEventListener() {},
    hidden: false,
  })
})
afterEach(async () => {
  useLive.getState().live?.stop()
  await rest()
  vi.unstubAllGlobals()
})

/** Whatever can go on has gone on. */
const rest = () => new Promise((done) => setTimeout(done, 60))

/** The frames that were to run are these, and no other follows. */
async function expectRuns(...seen: readonly number[]): Promise<void> {
  await vi.waitFor(() => expect(frames().length).toBeGreaterThanOrEqual(seen.length))
  await rest()
  expect(frames()).toEqual(seen)
}

/** The run ends that was asked for last. */
function finish(phase: 'done' | 'failed' = 'done'): void {
  const trace = { nodes: new Set(['c1/conv']) }
  useSession.setState({ run: { phase } as never, finished: { result: { trace } } as never })
}

const frames = () => doubles.runs.map(({ data }) => data[0])

it('takes a frame while the one before runs, draws one while the next runs, and never has a third under way', async () => {
  const over = watchWebcam(stream)
  await expectRuns(1)
  // The second is taken as soon as there is one, long before the first has run.
  camera.show()
  await rest()
  camera.show()
  await expectRuns(1)
  finish()
  await expectRuns(1, 2)
  // The maps of the first are not there yet: the third frame waits for them, though the second has run.
  finish()
  await expectRuns(1, 2)
  expect(doubles.reads.length).toBe(1)
  doubles.reads[0]()
  await expectRuns(1, 2, 3)
  expect(doubles.reads.length).toBe(2)
  useLive.getState().live!.stop()
  await over
})

it.each(['while a frame runs', 'while it waits for one', 'by a run that fails'])(
  'ends clean: %s',
  async (how) => {
    const over = watchWebcam(stream)
    await rest()
    camera.show()
    if (how === 'while it waits for one') finish()
    await rest()
    if (how === 'by a run that fails') finish('failed')
    else useLive.getState().live!.stop()
    await over
    const asked = doubles.runs.length
    expect(track.stop).toHaveBeenCalled()
    expect(useLive.getState().live).toBeNull()
    expect(showAgain).toHaveBeenCalledOnce()
    camera.show()
    finish()
    doubles.reads.forEach((read) => read())
    await rest()
    expect(doubles.runs.length).toBe(asked)
    expect(useLive.getState().live).toBeNull()
  },
)
