import { Zip, ZipPassThrough } from 'fflate'
import type { Parts } from './tensors'

/** A file in an archive. */
export type Named = readonly [name: string, parts: Parts]

/** An archive of files as they are: weights do not get shorter. */
export async function* zipParts(files: readonly Named[]): Parts {
  let ready: Uint8Array[] = []
  let problem: Error | null = null
  const zip = new Zip((error, part) => {
    problem ??= error
    if (part) ready.push(part)
  })
  function* taken() {
    if (problem) throw problem
    yield* ready
    ready = []
  }
  for (const [name, parts] of files) {
    const entry = new ZipPassThrough(name)
    zip.add(entry)
    for await (const part of parts) {
      entry.push(part)
      yield* taken()
    }
    entry.push(new Uint8Array(0), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
