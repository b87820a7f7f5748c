import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Plugin } from 'vite'
import { samples } from '../../src/app/image/samples.ts'
import { StillFront } from '../../src/app/landing/Front.tsx'
import { StillPicture } from '../../src/app/landing/StillPicture.tsx'
import { chosen } from '../../src/app/trained/chosen.ts'
import { lessonFiles } from '../lessons/known.ts'
import { readLesson } from '../lessons/read.ts'
import { root } from '../packages.mjs'
import { siteModules } from '../siteModules.ts'
import { type Bundle, partsOf, type Written } from './openings.ts'
import { stillPicture } from './stillPicture.ts'

const boot = readFileSync(`${import.meta.dirname}/boot.js`, 'utf8')

/** What the policy of the page allows to run although it stands in the page itself. */
export const bootHash = `sha256-${createHash('sha256').update(boot).digest('base64')}`

/** The maps of the first picture. */
const mapsName = 'first-maps.png'

/** What stands in the page for the application to take its place. */
const place = '<div id="root">'

/** Writes into the page what its pages say at first, and names what they need, so that it is read while the scripts come. */
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
      async handler(html, { bundle = {}, chunk }) {
        if (!html.includes(place)) throw new Error('index.html has no element with the id "root".')
        const maps = Object.values(bundle).find(
          (each) => each.type === 'asset' && each.names.includes(mapsName),
        )
        if (!maps) throw new Error(`The build has no file ${mapsName}.`)
        const image = samples.find(({ id }) => id === chosen.image)!.file.replace(/^\.\//, '')
        const picture = createElement(StillPicture, {
          still: drawn.still,
          image: `./${image}`,
          maps: `./${maps.fileName}`,
        })
        const look = `models/${chosen.model}/look-${chosen.image}`
        const written = await writtenFor(bundle, chunk ? [chunk.fileName, ...chunk.imports] : [], {
          pictures: [maps.fileName, image],
          looks: [`${look}.json`, `${look}.bin`, image],
        })
        return html.replace(place, () =>
          [
            place,
            // Data, which no policy has to allow; in a text, "<" can begin nothing.
            `<script type="application/json">${JSON.stringify(written).replaceAll('<', '\\u003c')}</script>`,
            `<script>${boot}</script>`,
            renderToStaticMarkup(createElement(StillFront, { picture })),
          ].join('\n'),
        )
      },
    },
  }
}

async function writtenFor(
  bundle: Bundle,
  initial: readonly string[],
  front: Pick<Written['front'], 'pictures' | 'looks'>,
): Promise<Written> {
  const lessons = lessonFiles(root).map(({ file }) => ({
    file,
    ...readLesson(file, readFileSync(resolve(root, file), 'utf8')),
  }))
  const words = lessons.map(({ id, title, steps }) => ({
    id,
    title,
    steps: steps.map(
      ({ attributes }) => attributes as { id: string; title: string; goal: string; show?: string },
    ),
  }))
  // From a folder all of it is one script, which comes by itself.
  const isDivided = Object.values(bundle).filter(({ type }) => type === 'chunk').length > 1
  const of = (modules: readonly string[], known: readonly string[] = []) =>
    isDivided ? partsOf(bundle, modules, [...initial, ...known.map((name) => `assets/${name}`)]) : []
  const parts = {
    all: initial.map((name) => name.replace('assets/', '')),
    course: of(['/src/app/course/Course.tsx']),
    lab: of(['/src/app/page/otherPages.ts', '/src/app/lab/LabPage.tsx']),
    n: of(['/src/app/explorer/NetworkPage.tsx']),
  }
  const figure = (lab: string, known: readonly string[]) => of([`/${lab}.lab.tsx`], known)
  const files: string[] = []
  const numbered = (names: readonly string[]) =>
    names.map((name) => {
      if (!files.includes(name)) files.push(name)
      return files.indexOf(name)
    })
  const { openings } = await siteModules(root)
  const pages = Object.entries(openings.openingsOf(words)).map(([address, opening]) => {
    const [kind, name] = address.split('/')
    if (kind === 'lab') return [address, { ...opening, parts: numbered(figure(name, parts.lab)) }]
    if (kind === 'n') return [address, opening]
    const at = words.findIndex(({ id }) => id === name)
    const { show } = words[at].steps[0]
    const own = [
      ...of([`/${lessons[at].file}`], parts.course),
      ...(show === undefined ? [] : figure(show, parts.course)),
    ]
    return [address, { ...opening, parts: numbered(own) }]
  })
  return {
    front: { ...front, parts: numbered(of(['/src/app/landing/Landing.tsx'])) },
    parts: Object.fromEntries(Object.entries(parts).map(([kind, names]) => [kind, numbered(names)])),
    files,
    pages: Object.fromEntries(pages) as Written['pages'],
  }
}
