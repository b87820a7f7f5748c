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

/**
 * Whether a worker of the site may isolate its pages. Not in WebKit: where a page from such a worker follows one that is
 * not isolated, its process crashes or hangs in one of ten loads (WebKitGTK 2.50), and one thread is better than none.
 */
export function canIsolate(userAgent: string): boolean {
  return !/AppleWebKit/.test(userAgent) || /Chrom(e|ium)/.test(userAgent)
}
