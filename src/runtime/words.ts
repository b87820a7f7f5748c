import { DeviceError } from './types'

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The message as a sentence of its own. */
export function sentence(error: unknown): string {
  const message = messageOf(error)
  const ended = /[.!?]$/.test(message) ? message : `${message}.`
  return ended.charAt(0).toUpperCase() + ended.slice(1)
}

/**
 * What a kernel threw; where memory ran out, a sentence that says so.
 * @param during as it follows "Memory ran out while"
 * @param instead a sentence: what would do
 */
export function inWords(error: unknown, during: string, instead: string): unknown {
  if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) return error
  return new DeviceError(`Memory ran out while ${during}. ${instead}`, { cause: error })
}
