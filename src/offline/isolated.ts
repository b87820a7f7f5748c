/** The headers that give a page shared memory, and with it threads (HTML standard, "cross-origin isolated"). */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** The same answer with the headers of isolation; an answer that has them, or that may not be read, as it is. */
export function isolated(response: Response): Response {
  const isReadable = response.type === 'basic' || response.type === 'default'
  if (!isReadable || response.headers.has('Cross-Origin-Embedder-Policy')) return response
  const added = new Headers(response.headers)
  for (const [name, value] of Object.entries(headers)) added.set(name, value)
  const isEmpty = [101, 204, 205, 304].includes(response.status)
  return new Response(isEmpty ? null : response.body, {
    status: response.status,
    statusText: response.statusText,
    headers: added,
  })
}
