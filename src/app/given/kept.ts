import { ask } from '../image/database'
import type { Choices } from './open'

const files = { database: 'layerwise-files', table: 'files' }

/** Files of a network, as they lie on this device. */
export interface Kept extends Choices {
  /** Of the network (`own-…`). */
  readonly id: string
  readonly title: string
  /** Bytes, of all files together. */
  readonly size: number
  readonly parts: readonly { readonly name: string; readonly content: Blob }[]
}

/** What a page says of a kept network. */
export type KeptLine = Pick<Kept, 'id' | 'title' | 'size'> & { readonly name: string }

/** Keeps files until they are removed; tells whether the browser let it. */
export async function keep(kept: Omit<Kept, 'parts'>, given: readonly File[]): Promise<boolean> {
  const parts = given.map((file) => ({ name: file.name, content: file.slice() }))
  try {
    await ask(files, 'readwrite', (table) => table.put({ ...kept, parts } satisfies Kept, kept.id))
    return true
  } catch {
    return false
  }
}

/** What is kept of a network; undefined where nothing is, or the browser does not give it. */
export async function keptFiles(id: string): Promise<Kept | undefined> {
  try {
    return (await ask(files, 'readonly', (table) => table.get(id))) as Kept | undefined
  } catch {
    return undefined
  }
}

/** Everything that is kept, without the files. */
export async function allKept(): Promise<readonly KeptLine[]> {
  try {
    const all = (await ask(files, 'readonly', (table) => table.getAll())) as readonly Kept[]
    return all.map(({ id, title, size, parts }) => ({ id, title, size, name: parts[0].name }))
  } catch {
    return []
  }
}

/** Deletes the files of a network; tells whether they are gone. */
export async function remove(id: string): Promise<boolean> {
  try {
    await ask(files, 'readwrite', (table) => table.delete(id))
    return true
  } catch {
    return false
  }
}

/** The files as they were dropped. */
export const filesOf = ({ parts }: Kept): readonly File[] =>
  parts.map(({ name, content }) => new File([content], name))
