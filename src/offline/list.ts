import * as v from 'valibot'

/** Where the browser keeps the course, and what else of the site has been looked at. */
export const courseCache = 'layerwise-course'

/** The list of the site's files that the build writes beside `index.html`. */
export const listName = 'offline.json'

const file = v.object({
  /** Below the site's address. */
  path: v.string(),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Hexadecimal SHA-256 of the content. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

export type SiteFile = v.InferOutput<typeof file>

const list = v.object({ files: v.array(file) })

/** The files of a list as text. Throws a sentence where it is none. */
export function readList(text: string): readonly SiteFile[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  const read = v.safeParse(list, value)
  if (!read.success)
    throw new Error('The site has no readable list of its files, so it cannot be kept as a whole.')
  return read.output.files
}
