import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Plugin } from 'vite'
import { samples } from '../../src/app/image/samples.ts'
import { StillFront } from '../../src/app/landing/Front.tsx'
import { StillPicture } from '../../src/app/landing/StillPicture.tsx'
import { root } from '../packages.mjs'
import { chosen } from '../../src/app/trained/chosen.ts'
import { stillPicture } from './stillPicture.ts'

const boot = readFileSync(`${import.meta.dirname}/boot.js`, 'utf8')

/** What the policy of the page allows to run although it stands in the page itself. */
export const bootHash = `sha256-${createHash('sha256').update(boot).digest('base64')}`

/** The maps of the first picture. */
const mapsName = 'first-maps.png'

/** What stands in the page for the application to take its place. */
const place = '<div id="root">'

/** Writes into the page what its first page says, and names what that needs, so that it is read while the scripts come. */
export function front(): Plugin {
  let drawn: ReturnType<typeof stillPicture>
  return {
    name: 'layerwise:front',
    apply: 'build',
    buildStart() {
      drawn = stillPicture(root)
      this.emitFile({ type: 'asset', name: mapsName, source: drawn.maps })
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        if (!html.includes(place)) throw new Error('index.html has no element with the id "root".')
        const page = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/src/app/landing/Landing.tsx'),
        )
        const chunk = page?.type === 'chunk' ? page : undefined
        // What every page has is in the page already.
        const own = chunk ? [chunk.fileName, ...chunk.imports].filter((name) => !html.includes(name)) : []
        const styles = own.flatMap((name) => {
          const file = bundle[name]
          return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : []
        })
        const look = `models/${chosen.model}/look-${chosen.image}`
        const { file } = samples.find(({ id }) => id === chosen.image)!
        const maps = Object.values(bundle).find(
          (each) => each.type === 'asset' && each.names.includes(mapsName),
        )
        if (!maps) throw new Error(`The build has no file ${mapsName}.`)
        const picture = createElement(StillPicture, {
          still: drawn.still,
          image: `./${file.replace(/^\.\//, '')}`,
          maps: `./${maps.fileName}`,
        })
        return {
          html: html.replace(
            place,
            `${place}\n${renderToStaticMarkup(createElement(StillFront, { picture }))}`,
          ),
          tags: [
            {
              tag: 'script',
              attrs: {
                'data-modules': listed(own),
                'data-styles': listed(styles),
                'data-pictures': listed([maps.fileName]),
                'data-looks': listed([`${look}.json`, `${look}.bin`, file.replace(/^\.\//, '')]),
              },
              children: boot,
              // Before what it is quicker than, and below the policy that allows it.
              injectTo: 'head',
            },
          ],
        }
      },
    },
  }
}

const listed = (names: readonly string[]) => names.map((name) => `./${name}`).join(' ')
