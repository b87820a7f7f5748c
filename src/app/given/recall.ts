import { messageOf } from '../../runtime/words'
import { bytes } from '../../ui/format'
import { readRoute } from '../route/route'
import { choicesOf, fetched, listed } from './added'
import { filesOf, keptFiles } from './kept'
import { opened, register } from './open'
import { dropHere } from './own'

/**
 * Reads a network whose file this browser keeps, or the site has. Where there is none, the sentence that says which file is needed, as
 * the address tells it.
 */
export async function recall(id: string, hash: string): Promise<string | undefined> {
  const kept = await keptFiles(id)
  const added = kept ? undefined : (await listed()).find((line) => line.id === id)
  try {
    if (added) {
      const found = await opened(await fetched(added))
      await register(found, { ...(await choicesOf(added, found)), added: added.title })
      return undefined
    }
    if (!kept) return needed(id, hash)
    await register(await opened(filesOf(kept)), kept)
    return undefined
  } catch (error) {
    return `the file of ${(kept ?? added)?.title} cannot be read: ${messageOf(error)}`
  }
}

function needed(id: string, hash: string): string {
  const route = readRoute(hash)
  const said = route.page === 'network' ? new Map(route.said) : new Map<string, string>()
  const isBeside = route.page === 'network' && route.network !== id
  const [, name, size] = /^(.+),(\d+)$/.exec(said.get(isBeside ? 'besideFile' : 'file') ?? '') ?? []
  const mark = id.replace('own-', '')
  const file = name === undefined ? 'a file' : `${name} (${bytes(Number(size))}, hash ${mark})`
  return `this network is read from ${file}${name === undefined ? ` with the hash ${mark}` : ''}, which is not kept in this browser. ${dropHere}`
}
