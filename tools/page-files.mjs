// Which modules the built site has in one file. As thirty small files, what a page begins with was a twelfth larger.
import { join } from 'node:path'
import { root } from './packages.mjs'

/** @typedef {{ importedIds: readonly string[], importers: readonly string[] }} Links */
/** @typedef {{ getModuleInfo(id: string): Links | null }} Modules */

/** Not of a package: of those a page has parts, and what they import is far more. Icons are whole. */
const isOwn = (/** @type {string} */ id) =>
  id.startsWith(join(root, 'src')) || /\/lucide-react\/dist\/esm\/icons\//.test(id)

/** What only a network's picture has of d3. */
const moves = /\/node_modules\/d3-(dispatch|drag|ease|selection|timer|zoom)\//

/**
 * A module and all that it imports, however far away, but for what it asks for when it is needed.
 * @param {readonly string[]} files
 * @param {Modules} modules
 */
function needed(files, modules) {
  const found = new Set(files.map((file) => join(root, 'src/app', file)))
  for (const id of found)
    for (const other of modules.getModuleInfo(id)?.importedIds ?? []) if (isOwn(other)) found.add(other)
  return found
}

/**
 * Besides what every page needs (`core`): what the first page and a network both begin with, and a network's picture,
 * which slides and comparisons have, too, and what the course shares with labs and paper. Everything else is divided by
 * who asks for it.
 * @returns {import('rolldown').CodeSplittingGroup[]}
 */
export function pageFiles() {
  /** @type {readonly Set<string>[] | undefined} */
  let known
  return [
    { name: 'core', tags: ['$initial'] },
    {
      debugName: 'page files',
      name: (id, modules) => {
        known ??= [
            ['explorer/NetworkPage.tsx'],
            // With what reads its image: it waits for no network's picture.
            ['landing/Landing.tsx', 'image/decode.ts'],
            ['explorer/Stage.tsx'],
            ['course/Course.tsx'],
          ].map((files) => needed(files, modules))
          const [network, landing, stage, course] = known
          /** @param {Set<string>} page */
          const asAlso = (page) => modules.getModuleInfo(id)?.importers.some((by) => !page.has(by))
        if (moves.test(id)) return 'stage'
        // What others ask for, too, would be a file by itself.
        if (!network.has(id)) return course.has(id) && asAlso(course) ? 'lesson' : null
        if (landing.has(id)) return 'shared'
        return stage.has(id) || asAlso(network) ? 'stage' : null
      },
    },
  ]
}
