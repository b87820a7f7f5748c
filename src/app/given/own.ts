import { brought } from '../../architectures/index'

/** A network of a file is named by what the file holds (`fingerprint`). */
const ownNames = /\bown-[0-9a-f]{16}\b/g

/** The end of the sentence that says which file an address waits for. */
export const dropHere = 'Drop the file here to open it as the link shows it'

/** Names that were looked for, with what is said where nothing was found. */
const asked = new Map<string, string | undefined>()

/** Why a network that an address names is not there. */
export function lacking(id: string, whatFor = ''): string {
  return asked.get(id) ?? `there is no network "${id}"${whatFor}`
}

/**
 * Reads the files that an address is about, where the browser keeps them or the site has them; undefined where nothing is
 * to be read.
 * @param again also what was looked for in vain
 */
export function recallOwn(hash: string, again = false): Promise<void> | undefined {
  const known = brought()
  const ids = (hash.match(ownNames) ?? []).filter(
    (id) => (again || !asked.has(id)) && !known.some((entry) => entry.id === id),
  )
  if (ids.length === 0) return undefined
  for (const id of ids) asked.set(id, undefined)
  return import('./recall').then(
    async ({ recall }) => {
      for (const id of ids) asked.set(id, await recall(id, hash))
    },
    () => {},
  )
}
