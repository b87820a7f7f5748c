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

/** A file that may have begun to arrive before. */
export interface Part {
  /** The bytes that are here already, from the first one on. */
  readonly begun?: Uint8Array
  /** Takes what has arrived when the download ends early. */
  readonly keep?: (content: Uint8Array<ArrayBuffer>) => Promise<void>
}

/**
 * Fetches a file whose length is known, and reports the bytes that have arrived. More bytes than expected end it, so
 * that a wrong file costs no memory; fewer are left to the caller. Where a part is here already, the rest is asked for
 * (RFC 9110, section 14); a host that gives no ranges sends all of it again.
 */
export async function download(
  url: string,
  length: number,
  signal: AbortSignal,
  reach: Reach,
  onBytes: (done: number) => void,
  { begun = new Uint8Array(), keep }: Part = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const watch = watched(signal, reach.patience)
  const content = new Uint8Array(length)
  let done = 0
  try {
    // Past the browser's own cache, which may hold what was just refused; ours is asked before.
    const response = await reach.fetch(url, {
      signal: watch.signal,
      cache: 'no-cache',
      ...(begun.length > 0 && { headers: { Range: `bytes=${begun.length}-` } }),
    })
    if (!response.ok) throw missing(url, response.status)
    if (goesOn(response, begun.length, length)) {
      content.set(begun)
      done = begun.length
      onBytes(done)
    } else if (response.status === 206) {
      throw new TrainedError('The host sent a different part of the trained weights than was requested.')
    }
    const reader = response.body!.getReader()
    for (;;) {
      const { value, done: isOver } = await reader.read()
      if (isOver) return content.subarray(0, done)
      if (done + value.length > length) {
        void reader.cancel()
        throw new TrainedError(
          `The file of trained weights is longer than the ${length.toLocaleString('en')} bytes it should have, so it is not used.`,
        )
      }
      content.set(value, done)
      done += value.length
      watch.renew()
      onBytes(done)
    }
  } catch (error) {
    if (done > 0 && !(error instanceof TrainedError)) await keep?.(content.slice(0, done))
    throw inWords(error, signal)
  } finally {
    watch.end()
  }
}

/** Whether an answer begins where the part that is here ends. */
function goesOn(response: Response, from: number, length: number): boolean {
  return (
    response.status === 206 &&
    response.headers.get('Content-Range') === `bytes ${from}-${length - 1}/${length}`
  )
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
  return new TrainedError(
    `The trained weights are missing: the request for ${file} returned status ${status}.`,
  )
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
