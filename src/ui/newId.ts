/** A short random name of letters and digits; `crypto.randomUUID` needs a secure page. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('')
}
