import { expose, releaseProxy, transfer } from 'comlink'
import { load } from './backends'
import type { Given } from './given'
import { Service } from './service'
import type * as Excited from './training/exciting'
import type * as Lessons from './training/lessons'
import type { Backend, Progress, RunRequest } from './types'

const service = new Service()

/** The service as the page sees it; large arrays are handed over, not copied. */
const api = {
  /** Holds a lock for as long as this worker lives; the page learns from it when the browser ends the worker. */
  hold: (name: string) =>
    new Promise<void>((held, refused) => {
      // A frame of another site may get no locks.
      navigator.locks
        .request(name, () => {
          held()
          return new Promise(() => {})
        })
        .catch(refused)
    }),
  /** Fetches what a backend needs, which depends on the network; `start` depends on this device alone. */
  async load(backend: Backend, threads?: number) {
    await load[backend](threads)
  },
  async start(backend: Backend, threads?: number) {
    const { threads: running, software } = await service.start(backend, threads)
    return { threads: running, software }
  },
  whenLost: () => service.whenLost(),
  measure: () => service.measure(),
  cancel: () => service.cancel(),
  run: (request: RunRequest, deviceGigabytes: number, onProgress?: Listener<Progress>) =>
    service.run(request, deviceGigabytes, onProgress).finally(() => onProgress?.[releaseProxy]?.()),
  hasGiven: (id: string) => service.given.has(id),
  give: (...what: Parameters<Given['take']>) => service.given.take(...what),
  closeGiven: (id: string) => service.given.close(id),
  async read(...which: Parameters<Service['read']>) {
    const activation = await service.read(...which)
    return transfer(activation, [activation.values.buffer])
  },
  async weights(...which: Parameters<Service['weights']>) {
    const values = await service.weights(...which)
    return transfer(values, [values.buffer])
  },
  /** Alive here and in helpers. */
  async tensors() {
    return service.tensors() + ((await (await lessons)?.tensorsOfHelpers()) ?? 0)
  },
  /** Training, whose file is fetched when it is first asked for. A network that learns takes the place of the last. */
  async learn(...which: Parameters<Training['learn']>) {
    return (await training()).learn(...which)
  },
  async learned() {
    return (await training()).learned()
  },
  async memory() {
    return (await training()).memory()
  },
  async output(...which: Parameters<Training['output']>) {
    return (await training()).output(...which)
  },
  async step(...which: Parameters<Training['step']>) {
    return (await training()).step(...which)
  },
  /** What a helper is asked by the worker that it helps. */
  async join(...which: Parameters<Training['join']>) {
    ;(await training()).join(...which)
  },
  async share(...which: Parameters<Training['share']>) {
    return (await training()).share(...which)
  },
  async predictShare(...which: Parameters<Training['predictShare']>) {
    return (await training()).predictShare(...which)
  },
  async watchedStep(...which: Parameters<Training['watchedStep']>) {
    return (await training()).watchedStep(...which)
  },
  async look(...which: Parameters<Training['look']>) {
    return (await training()).look(...which)
  },
  async predict(...which: Parameters<Training['predict']>) {
    return (await training()).predict(...which)
  },
  async beginSlice(...which: Parameters<Training['beginSlice']>) {
    return (await training()).beginSlice(...which)
  },
  async sliceAt(...which: Parameters<Training['sliceAt']>) {
    return (await training()).sliceAt(...which)
  },
  async endSlice() {
    ;(await training()).endSlice()
  },
  async flow(...which: Parameters<Training['flow']>) {
    return (await training()).flow(...which)
  },
  /** Fetches what learns and what excites, which is not asked for before. */
  async fetchTraining() {
    await Promise.all([training(), exciting()])
  },
  /** Pictures that excite a unit, whose file is fetched when it is first asked for. */
  async aim(...which: Parameters<Exciting['aim']>) {
    ;(await exciting()).aim(...which)
  },
  async climb(...which: Parameters<Exciting['climb']>) {
    return (await exciting()).climb(...which)
  },
}

type Training = typeof Lessons
let lessons: Promise<Training> | undefined
const training = () => (lessons ??= import('./training/lessons'))
type Exciting = typeof Excited
const exciting = () => import('./training/exciting')

/** A function of the page. It is let go of when the call that it came with has been answered. */
type Listener<T> = ((value: T) => void) & { [releaseProxy]?: () => void }

export type WorkerApi = typeof api

expose(api)
