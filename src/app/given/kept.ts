import * as v from 'valibot'
import { create } from 'zustand'
import { ask } from '../image/database'
import type { Graph } from '../../nn/graph'
import { countsOf, type Offer } from '../explorer/catalogue'
import type { Choices } from './open'

const files = { database: 'layerwise-files', table: 'files' }

/** Files of a network, as they lie on this device. */
export interface Kept extends Choices {
  /** Of the network (`own-…`). */
  readonly id: string
  readonly title: string
  /** Bytes, of all files together. */
  readonly size: number
  /** What the list of networks says of it; what was kept before it had these has none. */
  readonly counts?: Pick<Offer, 'depth' | 'params' | 'macs'>
  readonly parts: readonly { readonly name: string; readonly content: Blob }[]
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What all of a kept network must have to be listed and read; its choices are held against its files when it is opened. */
const record = v.looseObject({
  id: v.string(),
  title: v.string(),
  size: whole,
  counts: v.fallback(v.optional(v.object({ depth: whole, params: whole, macs: whole })), undefined),
  parts: v.pipe(v.array(v.object({ name: v.string(), content: v.instance(Blob) })), v.minLength(1)),
})

/** Of what the browser has, what is a network. */
const networks = (all: readonly unknown[]) =>
  all.flatMap((one) => {
    const read = v.safeParse(record, one)
    return read.success ? [read.output as unknown as Kept] : []
  })

/** What a page says of a kept network. */
export type KeptLine = Pick<Kept, 'id' | 'title' | 'size' | 'counts'> & { readonly name: string }

/** Counts what was kept and removed here, for who shows what is kept. */
export const useKeptTurn = create<{ readonly turn: number }>(() => ({ turn: 0 }))

const turned = () => useKeptTurn.setState(({ turn }) => ({ turn: turn + 1 }))

/** Keeps files and what their network is until they are removed; tells whether the browser let it. */
export async function keep(
  named: Omit<Kept, 'parts' | 'counts'>,
  graph: Graph,
  given: readonly File[],
): Promise<boolean> {
  const kept = { ...named, counts: countsOf(graph) }
  const parts = given.map((file) => ({ name: file.name, content: file.slice() }))
  try {
    await ask(files, 'readwrite', (table) => table.put({ ...kept, parts } satisfies Kept, kept.id))
    turned()
    return true
  } catch {
    return false
  }
}

/** What is kept of a network; undefined where nothing is, or the browser does not give it. */
export async function keptFiles(id: string): Promise<Kept | undefined> {
  try {
    return networks([await ask(files, 'readonly', (table) => table.get(id))])[0]
  } catch {
    return undefined
  }
}

/** Everything that is kept, without the files. */
export async function allKept(): Promise<readonly KeptLine[]> {
  try {
    const all: readonly unknown[] = await ask(files, 'readonly', (table) => table.getAll())
    return networks(all).map(({ id, title, size, counts, parts }) => ({
      id,
      title,
      size,
      name: parts[0].name,
      ...(counts && { counts }),
    }))
  } catch {
    return []
  }
}

/** Deletes the files of a network; tells whether they are gone. */
export async function remove(id: string): Promise<boolean> {
  try {
    await ask(files, 'readwrite', (table) => table.delete(id))
    turned()
    return true
  } catch {
    return false
  }
}

/** The files as they were dropped. */
export const filesOf = ({ parts }: Kept): readonly File[] =>
  parts.map(({ name, content }) => new File([content], name))
