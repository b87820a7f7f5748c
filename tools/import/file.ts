import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Source } from '../../src/import/source'
import { UsageError } from '../arguments'

/** Files on this machine, read in slices; `use` may read them until it has ended. */
export async function withFiles<T>(
  paths: readonly string[],
  use: (sources: readonly Source[]) => Promise<T>,
): Promise<T> {
  const handles: FileHandle[] = []
  try {
    const sources: Source[] = []
    for (const path of paths) {
      const handle = await opened(path)
      handles.push(handle)
      sources.push(sourceOf(handle, basename(path), (await handle.stat()).size))
    }
    return await use(sources)
  } finally {
    for (const handle of handles) await handle.close()
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    if ((await stat(path)).isDirectory()) throw new UsageError(`${path} is a folder; say which file in it.`)
    return await open(path)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path} cannot be read.`)
  }
}

function sourceOf(handle: FileHandle, name: string, size: number): Source {
  return {
    name,
    size,
    async slice(from, to) {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from))
      let done = 0
      while (done < bytes.length) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
  }
}
