// Which modules the built site has in one file. As thirty small files, what a page begins with was a twelfth larger.
import { join } from 'node:path'
import { root } from './packages.mjs'

/** @typedef {{ importedIds: readonly string[], importers: readonly string[] }} Links */
/** @typedef {{ getModuleInfo(id: string): Links | null }} Modules */

/** Not of a package: of those a page has parts, and what they import is far more. */
const isOwn = (/** @type {string} */ id) => id.startsWith(join(root, 'src'))

/** What only a network's picture has of d3. */
const moves = /\/node_modules\/d3-(dispatch|drag|ease|selection|timer|zoom)\//

/** Icons of a network's page that others have, too: by themselves each would be a file of one line. */
const icons = /\/lucide-react\/.*\/icons\/chevron-(down|right)\./

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
 * which slides and comparisons have, too. Everything else is divided by who asks for it.
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
        ].map((files) => needed(files, modules))
        const [network, landing, stage] = known
        if (moves.test(id) || icons.test(id)) return 'stage'
        if (!network.has(id)) return null
        if (landing.has(id)) return 'shared'
        // What others ask for, too, would be a file by itself.
        const others = modules.getModuleInfo(id)?.importers.some((by) => !network.has(by))
        return stage.has(id) || others ? 'stage' : null
      },
    },
  ]
}
