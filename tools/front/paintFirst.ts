import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { type Bundle, partsOf } from './openings.ts'

const startName = 'start.js'

/** The style sheet of all pages, as the build names it in the page. */
const sheetTag = /\s*<link rel="stylesheet" crossorigin href="\.\/([^"]+\.css)">/

/** The script of the site. */
const scriptTag = /\s*<script type="module" crossorigin src="\.\/([^"]+\.js)"><\/script>/

/**
 * Lets the page paint what it has before anything else is fetched: its style sheets stand in the page itself, and the
 * script of the site is started by two lines that wait until that is painted (`start.js`).
 */
export function paintFirst(): Plugin {
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
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const start = Object.values(bundle).find(
          (file) => file.type === 'asset' && file.names.includes(startName),
        )
        const [sheet, script] = [sheetTag.exec(html), scriptTag.exec(html)]
        if (!start || !sheet || !script)
          throw new Error('The page does not name its style sheet and its script as expected.')
        const front = partsOf(bundle, ['/src/app/landing/Landing.tsx'], [script[1]])
        const sheets = front.filter((name) => name.endsWith('.css')).map((name) => `assets/${name}`)
        const styles = [sheet[1], ...sheets].map((name) => sheetIn(bundle, name)).join('\n')
        // It stands in the page, and no other file asks for it.
        delete (bundle as Record<string, unknown>)[sheet[1]]
        return html
          .replace(sheet[0], () => `\n    <style>${styles}</style>`)
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
