import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resolve } from '../architectures/index'
import { createEngine } from './engine'
import { type Answers, FakeWorker, fakeLocks, never, outcome } from './fakeWorker.fixture'
import { noise } from './input'
import { type Backend, DeviceError, type Engine, type EngineStatus } from './types'

const request = {
  architecture: resolve('cifar-resnet20').architecture,
  image: noise(32, 32, 1),
  seed: 1,
}

let engine: Engine
let stored: Map<string, string>

beforeEach(() => {
  FakeWorker.all = []
  stored = new Map()
  vi.stubGlobal('navigator', { userAgent: 'test', hardwareConcurrency: 2, locks: fakeLocks() })
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})

afterEach(() => {
  engine.destroy()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** An engine whose first workers answer so, one after the other, and every later one as the last. */
function engineWith(backend: Backend | undefined, ...answers: Answers[]): Engine {
  let made = 0
  const createWorker = () =>
    new FakeWorker(answers[Math.min(made++, answers.length - 1)]) as unknown as Worker
  return (engine = createEngine({ ...(backend && { backend }), createWorker }))
}

function settled(of: Engine): Promise<EngineStatus> {
  if (of.status.state !== 'starting') return Promise.resolve(of.status)
  return new Promise((done) => of.subscribe((status) => status.state !== 'starting' && done(status)))
}

const cancelled = { name: 'CancelledError' }

describe('one engine has one worker', () => {
  it('three overlapping choices of a backend leave one worker, and the last wish runs', async () => {
    const { setBackend } = engineWith('wasm')
    const wishes = [setBackend('cpu'), setBackend('webgpu'), setBackend('webgl')]
    const outcomes = await Promise.allSettled(wishes)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
    expect(engine.status).toMatchObject({ state: 'ready', backend: 'webgl' })
    expect(FakeWorker.alive).toHaveLength(1)
    expect(FakeWorker.alive[0].started?.[0]).toBe('webgl')
  })

  it('a wish that fails late does not undo a newer one', async () => {
    let fail: (reason: Error) => void = () => {}
    const stuck: Answers = { start: () => new Promise((_, reject) => (fail = reject)) }
    const { setBackend } = engineWith('wasm', {}, stuck, {})
    const first = setBackend('webgpu')
    await expect.poll(() => FakeWorker.all).toHaveLength(2)
    const second = setBackend('webgl')
    fail(new Error('no adapter'))
    await expect(first).rejects.toMatchObject(cancelled)
    await second
    expect(engine.status).toMatchObject({ state: 'ready', backend: 'webgl' })
    expect(FakeWorker.alive).toHaveLength(1)
  })

  it('what was remembered is not forgotten because something else was wished while it started', async () => {
    await settled(engineWith(undefined))
    const before = stored.get('layerwise.backend')
    expect(before).toBeDefined()
    engine.destroy()
    const { setBackend } = engineWith(undefined, { start: never }, {})
    await setBackend('cpu')
    expect(stored.get('layerwise.backend')).toBe(before)
  })

  it('where no backend starts, no worker is left, and the reason is told once', async () => {
    engineWith(undefined, { start: () => Promise.reject(new Error('There is no memory left.')) })
    const status = await settled(engine)
    expect(status).toMatchObject({
      state: 'unavailable',
      reason: 'Networks cannot run here: There is no memory left. The graph and all its numbers still work.',
    })
    expect(FakeWorker.alive).toHaveLength(0)
    await expect(engine.run(request)).rejects.toThrow('There is no memory left.')
    await expect(engine.setBackend('cpu')).rejects.toThrow('There is no memory left.')
    expect(FakeWorker.alive).toHaveLength(0)
  })

  it('a worker whose script does not run says so once', async () => {
    engineWith(undefined, {
      load() {
        FakeWorker.alive.forEach((worker) => worker.fail(''))
        return never()
      },
    })
    expect(await settled(engine)).toMatchObject({
      reason: expect.stringMatching(/here: Its worker could not be started\. The graph/),
    })
    expect(FakeWorker.alive).toHaveLength(0)
  })

  it('a stored choice that is not one is measured anew', async () => {
    const device = ['test', 2, undefined].join(' | ')
    stored.set('layerwise.backend', JSON.stringify({ device, backend: 'wasm', threads: 2, probes: [null] }))
    expect(await settled(engineWith(undefined))).toMatchObject({ state: 'ready', backend: 'wasm' })
    expect(JSON.parse(stored.get('layerwise.backend')!).probes).toHaveLength(4)
  })
})

describe('every promise settles', () => {
  it('a run that is under way when the engine is destroyed', async () => {
    engineWith('wasm', { run: never })
    const run = engine.run(request)
    await settled(engine)
    engine.destroy()
    await expect(run).rejects.toMatchObject(cancelled)
    await expect(engine.run(request)).rejects.toMatchObject(cancelled)
    expect(engine.status.state).toBe('ended')
    expect(FakeWorker.alive).toHaveLength(0)
  })

  it('a run that waits for its worker when the engine is destroyed', async () => {
    engineWith('wasm', { start: never })
    const run = engine.run(request)
    engine.destroy()
    await expect(run).rejects.toMatchObject(cancelled)
    expect(FakeWorker.alive).toHaveLength(0)
  })

  it('a run and a read that are under way when another backend is chosen', async () => {
    engineWith('wasm', { read: never }, {})
    const { trace } = await engine.run(request)
    const read = expect(trace.read('conv')).rejects.toMatchObject(cancelled)
    await engine.setBackend('cpu')
    await read
    await expect(trace.read('conv')).rejects.toMatchObject(cancelled)
    await expect(engine.run(request)).resolves.toMatchObject({ backend: 'cpu' })
  })

  it('a read that is under way when memory runs out, which starts another worker', async () => {
    let runs = 0
    const full: Answers = {
      read: never,
      run: async () => {
        if (runs++ > 0) throw new DeviceError('Memory ran out.')
        return outcome
      },
    }
    engineWith('wasm', full, {})
    const { trace } = await engine.run(request)
    const read = expect(trace.read('conv')).rejects.toMatchObject(cancelled)
    await expect(engine.run(request)).rejects.toThrow('Memory ran out.')
    await read
    await expect(engine.run(request)).resolves.toMatchObject({ backend: 'wasm' })
  })
})

describe('a worker that stops', () => {
  for (const backend of ['webgl', 'webgpu'] as const)
    it(`is replaced when it tells that its ${backend} device is gone, and a trace is computed again`, async () => {
      const notices: string[] = []
      engineWith(backend, { read: never }, {})
      engine.subscribe((_, notice) => notice && notices.push(notice))
      const { trace } = await engine.run(request)
      const read = trace.read('conv')
      FakeWorker.alive[0].loseDevice()
      expect((await read).values).toEqual(new Float32Array([7]))
      expect(notices.join()).toMatch(
        /^Web\w+ stopped \(the graphics device was lost\) and was started again;/,
      )
      expect(engine.status).toMatchObject({ state: 'ready', backend })
      expect(FakeWorker.alive).toHaveLength(1)
    })

  it('without a word is noticed, and the run begins again', async () => {
    engineWith('wasm', { run: never }, {})
    const run = engine.run(request)
    await settled(engine)
    FakeWorker.alive[0].terminate()
    await expect(run).resolves.toMatchObject({ backend: 'wasm' })
    expect(FakeWorker.alive).toHaveLength(1)
  })

  it('again and again is given up with a sentence, and runs again when asked to', async () => {
    engineWith('wasm')
    for (let losses = 0; losses < 5; losses++) {
      expect((await settled(engine)).state).toBe('ready')
      FakeWorker.alive[0].fail('out of memory')
    }
    expect(await settled(engine)).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('WASM stopped (out of memory) again and again.'),
    })
    expect(FakeWorker.alive).toHaveLength(0)
    await engine.setBackend('wasm')
    await expect(engine.run(request)).resolves.toMatchObject({ backend: 'wasm' })
  })
})

describe('a start that never answers', () => {
  beforeEach(() => {
    vi.stubGlobal('crossOriginIsolated', true)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })

  /** Lets the page's patience run out as often as it takes. */
  async function untilSettled(): Promise<EngineStatus> {
    while (engine.status.state === 'starting') {
      await new Promise((done) => setImmediate(done))
      await vi.advanceTimersByTimeAsync(500)
    }
    return engine.status
  }

  it('is asked of another worker without threads, and so is every later one in this page', async () => {
    vi.resetModules()
    const { createEngine } = await import('./engine')
    const create = (threads: Answers) => () => new FakeWorker(threads) as unknown as Worker
    const stuckWithThreads: Answers = {
      start: async (_, threads) => (threads === 1 ? { threads: 1, software: true } : never()),
    }
    engine = createEngine({ backend: 'wasm', createWorker: create(stuckWithThreads) })
    expect(await untilSettled()).toMatchObject({ state: 'ready', backend: 'wasm', threads: 1 })
    expect(FakeWorker.all).toHaveLength(2)
    expect(FakeWorker.alive).toHaveLength(1)
    const other = createEngine({ backend: 'wasm', createWorker: create(stuckWithThreads) })
    expect(await settled(other)).toMatchObject({ threads: 1 })
    expect(FakeWorker.all).toHaveLength(3)
    other.destroy()
  })

  it('of every kind is told once, each was asked of a worker of its own, and none is left', async () => {
    engineWith(undefined, { start: never })
    expect(await untilSettled()).toMatchObject({
      state: 'unavailable',
      reason: expect.stringMatching(/^Networks cannot run here: It did not answer within \d+ seconds\. The/),
    })
    expect(FakeWorker.all.length).toBeGreaterThan(4)
    expect(FakeWorker.alive).toHaveLength(0)
  })
})

it('what was read can be forgotten, however long its worker lives', async () => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  engineWith('wasm', {
    read: async (_, node) => ({ node, shape: [1024, 1024, 1], values: new Float32Array(1024 * 1024) }),
  })
  const { trace } = await engine.run(request)
  const reads: WeakRef<object>[] = []
  for (let i = 0; i < 50; i++) reads.push(new WeakRef(await trace.read('conv')))
  await new Promise((done) => setImmediate(done))
  gc()
  await new Promise((done) => setImmediate(done))
  gc()
  expect(reads.filter((read) => read.deref())).toEqual([])
  expect(FakeWorker.alive).toHaveLength(1)
})
