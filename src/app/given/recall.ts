import { messageOf } from '../../runtime/words'
import { bytes } from '../../ui/format'
import { readRoute } from '../route/route'
import { filesOf, keptFiles } from './kept'
import { opened, register } from './open'

/**
 * Reads a network whose file this browser keeps. Where there is none, the sentence that says which file is needed, as
 * the address tells it.
 */
export async function recall(id: string, hash: string): Promise<string | undefined> {
  const kept = await keptFiles(id)
  if (!kept) return needed(id, hash)
  try {
    register(await opened(filesOf(kept)), kept)
    return undefined
  } catch (error) {
    return `the kept file of ${kept.title} cannot be read: ${messageOf(error)}`
  }
}

function needed(id: string, hash: string): string {
  const route = readRoute(hash)
  const said = route.page === 'network' ? new Map(route.said) : new Map<string, string>()
  const isBeside = route.page === 'network' && route.network !== id
  const [, name, size] = /^(.+),(\d+)$/.exec(said.get(isBeside ? 'besideFile' : 'file') ?? '') ?? []
  const mark = id.replace('own-', '')
  const file = name === undefined ? 'a file' : `${name} (${bytes(Number(size))}, hash ${mark})`
  return `this network is read from ${file}${name === undefined ? ` with the hash ${mark}` : ''}, which is not kept in this browser. Drop the file here, and it opens as the link shows it`
}
