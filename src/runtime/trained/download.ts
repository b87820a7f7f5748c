import { TrainedError } from './manifest'

/** Milliseconds without a byte after which a download counts as interrupted. */
const patience = 30_000

/** What a download needs from outside; tests hand in their own. */
export interface Reach {
  readonly fetch: typeof fetch
  readonly patience?: number
}

/** Fetches a text that must be the newest. */
export async function downloadText(url: string, signal: AbortSignal, reach: Reach): Promise<string> {
  const watch = watched(signal, reach.patience)
  try {
    const response = await reach.fetch(url, { signal: watch.signal, cache: 'no-cache' })
    if (!response.ok) throw missing(url, response.status)
    return await response.text()
  } catch (error) {
    throw inWords(error, signal)
  } finally {
    watch.end()
  }
}

/**
 * Fetches a file whose length is known, and reports the bytes that have arrived. More bytes than expected end it, so
 * that a wrong file costs no memory; fewer are left to the caller.
 */
export async function download(
  url: string,
  length: number,
  signal: AbortSignal,
  reach: Reach,
  onBytes: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const watch = watched(signal, reach.patience)
  try {
    // Past the browser's own cache, which may hold what was just refused; ours is asked before.
    const response = await reach.fetch(url, { signal: watch.signal, cache: 'no-cache' })
    if (!response.ok) throw missing(url, response.status)
    const content = new Uint8Array(length)
    let done = 0
    const reader = response.body!.getReader()
    for (;;) {
      const { value, done: isOver } = await reader.read()
      if (isOver) return content.subarray(0, done)
      if (done + value.length > length) {
        void reader.cancel()
        throw new TrainedError(
          `The file of trained weights is longer than the ${length.toLocaleString('en')} bytes it must have, so it is not used.`,
        )
      }
      content.set(value, done)
      done += value.length
      watch.renew()
      onBytes(done)
    }
  } catch (error) {
    throw inWords(error, signal)
  } finally {
    watch.end()
  }
}

/** A signal that also ends what stands still. */
function watched(outer: AbortSignal, wait = patience) {
  const inner = new AbortController()
  const abort = () => inner.abort()
  outer.addEventListener('abort', abort)
  if (outer.aborted) abort()
  let timer = setTimeout(abort, wait)
  return {
    signal: inner.signal,
    renew() {
      clearTimeout(timer)
      timer = setTimeout(abort, wait)
    },
    end() {
      clearTimeout(timer)
      outer.removeEventListener('abort', abort)
    },
  }
}

function missing(url: string, status: number): TrainedError {
  const file = url.split('/').slice(-2).join('/')
  return new TrainedError(`The trained weights are not there: ${file} was answered with status ${status}.`)
}

/** The reason of whoever gave the download up, or a sentence on what happened to it. */
function inWords(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof TrainedError) return error
  return new TrainedError(
    'The download of the trained weights was interrupted; is the site still reachable?',
    {
      cause: error,
    },
  )
}
