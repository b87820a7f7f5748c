// Trusted Types (`require-trusted-types-for 'script'` in the policy of the built page): a browser that knows them makes no
// markup and no script of a text unless this policy agrees. Every module that starts a worker or parses a drawing imports it.

/** A script, whoever asks for it, comes from this site or was made by it; in a closed-off frame what is made has no origin. */
function ownAddress(address: string): string {
  const { origin, protocol } = new URL(address, document.baseURI)
  if (origin === location.origin || (protocol === 'blob:' && origin === self.origin)) return address
  throw new TypeError(`${address} is no script of this site.`)
}

/** A text may be parsed into a document of its own, in which nothing runs, and never into the page. */
function parsedApart(text: string, _: string, sink: string): string {
  if (/parseFromString$/.test(sink)) return text
  throw new TypeError(`No text becomes markup here (${sink}).`)
}

interface Types {
  createPolicy(
    name: 'default',
    rules: { readonly createScriptURL: typeof ownAddress; readonly createHTML: typeof parsedApart },
  ): unknown
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: Types }
trustedTypes?.createPolicy('default', { createScriptURL: ownAddress, createHTML: parsedApart })

export {}
