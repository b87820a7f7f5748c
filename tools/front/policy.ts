import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'
import { bootHash } from './plugin.ts'

/** Nothing leaves the origin, and the built page says so to the browser. In development Vite needs more. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'layerwise:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      // When everything that stands in the page itself stands there.
      order: 'post',
      handler(html) {
        const page = withoutStyleAttributes(html)
        return {
          html: page,
          tags: [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: policyFor(page) },
              injectTo: 'head-prepend',
            },
          ],
        }
      },
    },
  }
}

export function policyFor(page: string): string {
  const styles = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => `'${hashOf(text)}'`)
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' '${bootHash}'`,
    "worker-src 'self' blob:",
    "connect-src 'self' blob: data:",
    "img-src 'self' blob: data:",
    // Whoever could bring a style in could hide or copy what is on the page. Scripts set styles as properties, and whole
    // sheets by `src/ui/adopted.ts`, which no policy has to allow.
    `style-src 'self' ${styles.join(' ')}`,
    "font-src 'self'",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // `src/ui/trusted.ts` is the only policy.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

export const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

const styleAttribute = / style="([^"]*)"/g

/** The same page, with a rule in a style element for each style that an element of it has: its hash can be told. */
export function withoutStyleAttributes(html: string): string {
  const rules = new Map<string, number>()
  const page = html.replace(styleAttribute, (_, style: string) => {
    const number = rules.get(style) ?? rules.size + 1
    rules.set(style, number)
    return ` data-style="${number}"`
  })
  if (rules.size === 0) return html
  const sheet = [...rules].map(([style, number]) => `#root [data-style="${number}"]{${decoded(style)}}`)
  return page.replace('</head>', () => `  <style>${sheet.join('')}</style>\n  </head>`)
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', '#x27': "'", lt: '<', gt: '>' }

const decoded = (text: string) =>
  text.replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole)
