import type { CDPSession, Page, Worker } from 'playwright'

/** What is alive in a window and its frames, after a forced collection. */
export interface Held {
  /** Of the page's own JavaScript, in MB. */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  /** Canvases that have a context. */
  readonly contexts: number
  readonly workers: number
  /** Of the workers' JavaScript, in MB. */
  readonly workerHeap: number
  /** On the devices of all workers, by their own count. */
  readonly tensors: number
}

/** Looks at what a window holds; `prepare` before its page is opened. */
export class Holder {
  readonly #session: Promise<CDPSession>
  /** The workers' sessions, by the window's. */
  readonly #workers = new Set<string>()
  readonly #answers = new Map<number, (result: unknown) => void>()
  #asked = 0

  constructor(private readonly page: Page) {
    this.#session = this.#open()
  }

  /** Notes every canvas that gets a context, for as long as it lives. */
  static prepare(page: Pick<Page, 'addInitScript'>): Promise<unknown> {
    return page.addInitScript(() => {
      const held = new Set<WeakRef<object>>()
      const seen = new WeakSet<object>()
      for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
        const { getContext } = prototype as { getContext: (...all: unknown[]) => unknown }
        Object.assign(prototype, {
          getContext(this: object, ...all: unknown[]) {
            if (!seen.has(this)) held.add(new WeakRef(this))
            seen.add(this)
            return getContext.apply(this, all)
          },
        })
      }
      Object.assign(window, { contexts: () => [...held].filter((ref) => ref.deref()).length })
    })
  }

  async #open(): Promise<CDPSession> {
    const session = await this.page.context().newCDPSession(this.page)
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.#workers.add(sessionId)
    })
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#workers.delete(sessionId))
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown }
      if (id !== undefined) this.#answers.get(id)?.(result)
    })
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    })
    return session
  }

  async #askWorker(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.#asked
    const answer = new Promise((done) => this.#answers.set(id, done))
    const session = await this.#session
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    // One that ends meanwhile holds nothing.
    const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), 10_000))
    return Promise.race([answer, late])
  }

  async look(): Promise<Held> {
    const session = await this.#session
    const usage: number[] = []
    for (const worker of [...this.#workers]) {
      await this.#askWorker(worker, 'HeapProfiler.collectGarbage')
      const answer = (await this.#askWorker(worker, 'Runtime.getHeapUsage')) as
        { usedSize: number } | undefined
      usage.push(answer?.usedSize ?? 0)
    }
    // What waits for a collection before it lets go of something else takes a second one.
    await session.send('HeapProfiler.collectGarbage')
    await this.page.waitForTimeout(200)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    const contexts = await Promise.all(
      this.page
        .frames()
        .map((frame) => frame.evaluate(() => (window as unknown as { contexts(): number }).contexts())),
    )
    const tensors = await Promise.all(this.page.workers().map(tensorsOf))
    const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
    return {
      heap: usedSize / 2 ** 20,
      nodes,
      listeners: jsEventListeners,
      contexts: sum(contexts),
      workers: this.page.workers().length,
      workerHeap: sum(usage) / 2 ** 20,
      tensors: sum(tensors),
    }
  }
}

/** Asks a worker of the site as its page does, by comlink, for the count of its tensors; 0 where it does not answer. */
async function tensorsOf(worker: Worker): Promise<number> {
  const answer = worker.evaluate(
    () =>
      new Promise<number>((done) => {
        const id = `bench ${Math.random()}`
        const { postMessage } = self
        self.postMessage = ((message: { id?: string; value?: number }, ...more: []) => {
          if (message?.id !== id) return postMessage.call(self, message, ...more)
          self.postMessage = postMessage
          done(message.value ?? 0)
        }) as typeof postMessage
        const data = { id, type: 'APPLY', path: ['tensors'], argumentList: [] }
        dispatchEvent(new MessageEvent('message', { data }))
      }),
  )
  const late = new Promise<number>((done) => setTimeout(() => done(0), 10_000))
  return Promise.race([answer.catch(() => 0), late])
}
