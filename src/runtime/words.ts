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
