import { models } from 'virtual:models'
import { create } from 'zustand'
import {
  type Amount,
  bytesOf,
  filesOf,
  forgetAll,
  keepAll,
  missingOf,
  type Site,
  whyNot,
} from '../../offline/keep'
import { hashOf } from '../../runtime/hashOf'
import { isKept } from '../../runtime/trained/cache'
import { forgetTrained, keepTrained } from '../../runtime/trained/load'
import { published } from '../../runtime/trained/model'

/** How far a thing is kept. `part`: it was begun, and what has come stays. */
export type Keeping =
  | { readonly phase: 'checking' }
  | { readonly phase: 'fetching' | 'part'; readonly amount: Amount; readonly problem?: string }
  | { readonly phase: 'absent' | 'kept'; readonly bytes: number }
  /** Nothing can be said, and why. */
  | { readonly phase: 'unknown'; readonly problem: string }

/** A thing that can be kept for reading without a network. */
interface Thing {
  readonly check: (signal: AbortSignal) => Promise<Keeping>
  readonly fetch: (signal: AbortSignal, onAmount: (amount: Amount) => void) => Promise<void>
  readonly forget: () => Promise<void>
}

/** The name of the course among the things; the others are ids of models. */
export const course = 'course'

const site = (): Site => ({
  base: new URL('./', document.baseURI).href,
  fetch: (...request) => fetch(...request),
  caches,
  sha256: hashOf,
})

const theCourse: Thing = {
  async check(signal) {
    const files = await filesOf(site(), signal)
    const missing = await missingOf(site(), files, signal)
    const [of, lacking] = [bytesOf(files), bytesOf(missing)]
    if (missing.length === 0) return { phase: 'kept', bytes: of }
    return lacking === of
      ? { phase: 'absent', bytes: of }
      : { phase: 'part', amount: { done: of - lacking, of } }
  },
  async fetch(signal, onAmount) {
    const files = await filesOf(site(), signal)
    await keepAll(site(), files, await missingOf(site(), files, signal), onAmount, signal)
  },
  forget: () => forgetAll(site()),
}

const theWeights = ({ id, bytes }: (typeof models)[number]): Thing => ({
  check: async () => ({ phase: (await isKept(published(id))) ? 'kept' : 'absent', bytes }),
  fetch: (signal, onAmount) => keepTrained(published(id), signal, (done, of) => onAmount({ done, of })),
  forget: () => forgetTrained(published(id)),
})

const things: Readonly<Record<string, Thing>> = {
  [course]: theCourse,
  ...Object.fromEntries(models.map((model) => [model.id, theWeights(model)])),
}

/** What is kept, by the name of the thing. */
export const useKept = create<Readonly<Record<string, Keeping>>>(() => ({}))

const running = new Map<string, AbortController>()

/** Looks what is here, file by file. */
export async function check(name: string): Promise<void> {
  if (running.has(name)) return
  const { signal } = begin(name)
  useKept.setState({ [name]: { phase: 'checking' } })
  try {
    useKept.setState({ [name]: await things[name].check(signal) })
  } catch (error) {
    if (!signal.aborted) useKept.setState({ [name]: { phase: 'unknown', problem: whyNot(error) } })
  } finally {
    running.delete(name)
  }
}

/** Fetches what is missing, after what is fetched already; a second call goes on where the first was called off. */
export async function fetchThing(name: string): Promise<void> {
  if (running.has(name)) return
  const { signal } = begin(name)
  let last: Amount = { done: 0, of: 0 }
  const onAmount = (amount: Amount) => {
    last = amount
    if (!signal.aborted) useKept.setState({ [name]: { phase: 'fetching', amount } })
  }
  onAmount(last)
  try {
    await things[name].fetch(signal, onAmount)
    useKept.setState({ [name]: { phase: 'kept', bytes: last.of } })
  } catch (error) {
    const problem = signal.aborted ? undefined : whyNot(error)
    useKept.setState({ [name]: { phase: 'part', amount: last, ...(problem && { problem }) } })
  } finally {
    running.delete(name)
  }
  // What is kept without a download has said no amount.
  if (last.of === 0 && !signal.aborted) await check(name)
}

/** Stops what is fetched; what has come stays. */
export function pause(name: string): void {
  running.get(name)?.abort()
}

export async function forget(name: string): Promise<void> {
  pause(name)
  await things[name].forget()
  await check(name)
}

function begin(name: string): AbortController {
  const controller = new AbortController()
  running.set(name, controller)
  return controller
}
