import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { type Bundle, partsOf } from './openings.ts'

const startName = 'start.js'

/** The script of the site. */
const scriptTag = /\s*<script type="module" crossorigin src="\.\/([^"]+\.js)"><\/script>/

/**
 * Lets the page paint what it has before anything else is fetched: its style sheets stand in the page itself, and the
 * script of the site is started by two lines that wait until that is painted (`start.js`).
 */
export function paintFirst(): Plugin {
  /** The style sheets of all pages. */
  let sheets: readonly string[] = []
  return {
    name: 'layerwise:paint-first',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'asset',
        name: startName,
        source: bare(readFileSync(`${import.meta.dirname}/${startName}`, 'utf8')),
      })
    },
    generateBundle: {
      // Before what names them wherever the script of the site is needed.
      order: 'pre',
      handler(_, bundle) {
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
        const own = entry?.type === 'chunk' ? entry.viteMetadata?.importedCss : undefined
        sheets = [...(own ?? [])]
        own?.clear()
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const start = Object.values(bundle).find(
          (file) => file.type === 'asset' && file.names.includes(startName),
        )
        const script = scriptTag.exec(html)
        if (!start || !script || sheets.length === 0)
          throw new Error('The page does not name its script as expected, or has no style sheet.')
        const front = partsOf(bundle, ['/src/app/landing/Landing.tsx'], [script[1]])
        const shown = front.filter((name) => name.endsWith('.css')).map((name) => `assets/${name}`)
        const styles = [...sheets, ...shown].map((name) => sheetIn(bundle, name)).join('\n')
        for (const sheet of sheets) delete (bundle as Record<string, unknown>)[sheet]
        return html
          .replace('</head>', () => `  <style>${styles}</style>\n  </head>`)
          .replace(
            script[0],
            () =>
              `\n    <script type="module" crossorigin src="./${start.fileName}" data-src="./${script[1]}"></script>`,
          )
      },
    },
  }
}

/** A script without its comments. */
const bare = (script: string) => script.replace(/^\/\/.*\n/gm, '').replace(/\/\*\*.*?\*\/ /g, '')

/** A style sheet as it stands in the page; its own addresses are beside it. */
function sheetIn(bundle: Bundle, name: string): string {
  const file = bundle[name]
  if (file?.type !== 'asset') throw new Error(`The build has no file ${name}.`)
  const folder = name.slice(0, name.lastIndexOf('/'))
  return String(file.source)
    .trim()
    .replaceAll(/url\((["']?)\.\//g, (_, quote: string) => `url(${quote}./${folder}/`)
}
