import { expose } from 'comlink'
import type { Outcome } from './service'
import { LostError, type Backend } from './types'
import type { WorkerApi } from './worker'

// For tests in Node: workers that answer as they are told, over real message ports.

export type Answers = Partial<WorkerApi>

/** Pending until whoever asks is gone. */
export const never = (): Promise<never> => new Promise(() => {})

export class FakeWorker {
  static all: FakeWorker[] = []
  static get alive(): FakeWorker[] {
    return this.all.filter(({ isAlive }) => isAlive)
  }
  isAlive = true
  readonly #channel = new MessageChannel()
  readonly #listeners: ((event: { message: string }) => void)[] = []
  #loseDevice: (reason: Error) => void = () => {}
  #release: () => void = () => {}
  /** The backend that was started last, and with how many threads at most. */
  started: readonly [Backend, number | undefined] | undefined

  constructor(answers: Answers = {}) {
    FakeWorker.all.push(this)
    const api: Answers = {
      hold: (name) =>
        new Promise<void>((held) => {
          void navigator.locks.request(name, () => {
            held()
            return new Promise<void>((release) => (this.#release = release))
          })
        }),
      load: async () => {},
      start: async (backend, threads) => {
        this.started = [backend, threads]
        return { threads: threads ?? 2, software: backend !== 'wasm' }
      },
      measure: async () => 1,
      whenLost: () => new Promise<never>((_, reject) => (this.#loseDevice = reject)),
      cancel: () => {},
      run: async () => outcome,
      read: async (_, node) => ({ node, shape: [1], values: new Float32Array([7]) }),
      ...answers,
    }
    expose(api, this.#channel.port1 as never)
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (this.isAlive) this.#channel.port2.postMessage(message, transfer)
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === 'error') this.#listeners.push(listener as never)
    else {
      this.#channel.port2.addEventListener(type, listener as never)
      this.#channel.port2.start()
    }
  }
  removeEventListener(type: string, listener: (event: never) => void): void {
    this.#channel.port2.removeEventListener(type, listener as never)
  }

  /** Ends as `Worker.terminate` does, and as a browser ends a worker that it takes away: nobody is told. */
  terminate(): void {
    this.isAlive = false
    this.#channel.port1.close()
    this.#channel.port2.close()
    this.#release()
  }
  /** Takes the graphics device away, as WebGL and WebGPU tell of it. */
  loseDevice(): void {
    this.#loseDevice(new LostError('the graphics device was lost'))
  }
  /** An error that nobody caught. */
  fail(message: string): void {
    this.#listeners.forEach((listener) => listener({ message }))
  }
}

export const outcome: Outcome = {
  run: 1,
  nodes: ['conv'],
  output: new Float32Array([1]),
  milliseconds: 1,
  tensors: 1,
  bytes: 4,
  kept: 'all',
}

/** A lock manager of one page: who asks for a lock gets it when nobody has it any more. */
export function fakeLocks() {
  const held = new Map<string, Promise<unknown>>()
  return {
    request(name: string, action: () => unknown): Promise<unknown> {
      const turn = (held.get(name) ?? Promise.resolve()).then(action)
      held.set(
        name,
        turn.catch(() => {}),
      )
      return turn
    },
  }
}
