import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { brought } from '../../architectures/index'
import { ImportError } from '../../import/error'
import { preprocessings } from '../../import/preprocessing'
import { messageOf } from '../../runtime/words'
import { bytes } from '../../ui/format'
import { addedHere, type Shelf } from '../explorer/catalogue'
import { useGiven } from './given'
import { allKept, type KeptLine } from './kept'
import { lacking, recallOwn } from './own'
import { type Choices, type Opened, usualNames } from './open'

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A line of models/added.json, which `npm run add-model` writes. */
const line = v.object({
  id: v.pipe(v.string(), v.regex(/^own-[0-9a-f]{16}$/)),
  title: v.string(),
  files: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[^/\\]+$/))), v.minLength(1)),
  bytes: whole,
  params: whole,
  macs: whole,
  depth: whole,
  preprocessing: v.optional(v.string()),
  classes: v.optional(v.array(v.string())),
})

type Line = v.InferOutput<typeof line>

let asked: Promise<readonly Line[]> | undefined

/** The networks that whoever runs this copy of the site has put into it; none where the list cannot be read. */
export function listed(): Promise<readonly Line[]> {
  asked ??= fetch(addressOf('added.json'))
    .then((response) => (response.ok ? response.json() : []))
    .then((value: unknown) => v.parse(v.array(line), value))
    .catch(() => {
      // Asked again the next time.
      asked = undefined
      return []
    })
  return asked
}

const addressOf = (path: string) => new URL(`models/${path}`, document.baseURI).href

/** The files of such a network, as if they had been dropped. Throws an `ImportError` where one does not come. */
export async function fetched({ id, files }: Line): Promise<readonly File[]> {
  return Promise.all(
    files.map(async (name) => {
      const response = await fetch(addressOf(`added/${id}/${encodeURIComponent(name)}`)).catch(() => null)
      if (!response?.ok) throw new ImportError(`${name} could not be fetched; is the site still reachable?`)
      return new File([await response.blob()], name)
    }),
  )
}

/** How its images are prepared and what its outputs are called. */
export async function choicesOf({ preprocessing, classes }: Line, opened: Opened): Promise<Choices> {
  const names = classes ?? opened.classes ?? (await usualNames(opened.graph))
  return {
    preprocessing: preprocessings.find(({ id }) => id === preprocessing) ?? opened.preprocessing,
    ...(names && { classes: names }),
  }
}

/** The networks of this copy and of files on this device that have not been opened yet, for the list of all networks. */
export function useAdded(): readonly Shelf[] {
  const [lines, setLines] = useState<readonly Line[]>([])
  const [kept, setKept] = useState<readonly KeptLine[]>([])
  const all = useGiven((state) => state.all)
  useEffect(() => {
    let isOver = false
    void listed().then((found) => !isOver && setLines(found))
    void allKept().then((found) => !isOver && setKept(found))
    return () => {
      isOver = true
    }
  }, [])
  const isNew = ({ id }: { readonly id: string }) => !all.some((given) => given.id === id)
  return [...shelvesOf(kept.filter(isNew)), ...addedShelves(lines.filter(isNew))]
}

/** Files that are kept on this device. */
export const shelvesOf = (kept: readonly KeptLine[]): readonly Shelf[] =>
  kept.flatMap(({ id, title, name, size, counts }) =>
    counts
      ? [
          {
            id,
            title,
            about: `A file of ${bytes(size)}, read when it is opened.`,
            by: `kept on this device: ${name}`,
            offers: [{ id, title, ...counts }],
          },
        ]
      : [],
  )

function addedShelves(lines: readonly Line[]): readonly Shelf[] {
  return lines.map(({ id, title, depth, params, macs, bytes: size }) => ({
    id,
    title,
    about: `Weights of ${bytes(size)}, fetched when it is opened.`,
    by: addedHere,
    offers: [{ id, title, depth, params, macs }],
  }))
}

/** Takes a network from the list; one of this copy is fetched first, and says so meanwhile. */
export function useTaking(onKnown: (id: string) => void) {
  const [taking, setTaking] = useState<string | null>(null)
  const onTake = (id: string) => {
    const coming = recallOwn(id, true)
    if (!coming) return onKnown(id)
    setTaking('Opening its file …')
    coming.then(
      () => (brought().some((entry) => entry.id === id) ? onKnown(id) : setTaking(lacking(id))),
      (error: unknown) => setTaking(messageOf(error)),
    )
  }
  return { taking, onTake }
}
