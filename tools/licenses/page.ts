import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { group } from 'd3'
import { createElement as h, type ReactNode } from 'react'
import { datasets } from '../../src/recorded/datasets.ts'
import { root } from '../packages.mjs'
import { markdown, staticPage } from '../pages/page.ts'
import type { Package } from './shipped.ts'
import { textOf } from './texts.ts'

/** The page of licenses, whole: it runs no script and asks for nothing. */
export async function pageOf(packages: readonly Package[], billName: string): Promise<string> {
  const credits = await Promise.all(['public/CREDITS.md', 'public/images/CREDITS.md'].map(markdown))
  return staticPage(
    'Licenses',
    h('h1', null, 'Licenses'),
    h(
      'p',
      null,
      'Layerwise is under the MIT license. What it is built from has licenses of its own: the list below ' +
        'was made from what the build has put into this site. ',
      h('a', { href: billName }, billName),
      ' has the same as a bill of materials (CycloneDX).',
    ),
    h('pre', null, read('LICENSE')),
    h('h2', null, 'Pictures, names and measurements'),
    credits.map((Credits, key) => h(Credits, { key, components: oneLower })),
    h('h3', null, 'Trained networks and recorded runs'),
    h(
      'p',
      null,
      'They were made for this project and have its license. The photographs that they were trained on are ' +
        `not part of the site: ${Object.values(datasets)
          .map(({ source }) => source)
          .join('; ')}.`,
    ),
    ...listOf(packages),
  )
}

/** Packages in a table, then each license once, with those that have it word for word. */
function listOf(packages: readonly Package[]): readonly ReactNode[] {
  const texts = [...group(packages, textOf)]
  return [
    h('h2', null, 'Packages'),
    h(
      'table',
      { className: 'packages' },
      h(
        'thead',
        null,
        h('tr', null, ...['Package', 'Version', 'License'].map((name) => h('th', { scope: 'col' }, name))),
      ),
      h(
        'tbody',
        null,
        ...packages.map((found) => {
          const place = texts.findIndex(([, having]) => having.includes(found)) + 1
          const license = h('a', { href: `#text-${place}` }, found.license)
          return h('tr', null, ...[found.name, found.version, license].map((cell) => h('td', null, cell)))
        }),
      ),
    ),
    h('h2', null, 'Their texts'),
    ...texts.map(([text, having], i) =>
      h(
        'section',
        { id: `text-${i + 1}` },
        h('h3', null, having.map(({ name }) => name).join(', ')),
        h('pre', null, text),
      ),
    ),
  ]
}

/** Headings of a file stand below those of the page. */
const oneLower = { h1: 'h3', h2: 'h4' } as const

const read = (file: string) => readFileSync(join(root, file), 'utf8')
