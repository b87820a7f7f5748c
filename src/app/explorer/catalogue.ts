import { brought, families, resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { ownDepth } from '../../nn/totals'

/** A network in the list that one chooses from. */
export interface Offer {
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly depth: number
  readonly params: number
  readonly macs: number
}

export interface Shelf {
  readonly id: string
  readonly title: string
  readonly about: string
  /** Where its networks come from: a paper, or a file. */
  readonly by: string
  readonly offers: readonly Offer[]
}

/** What is said of what whoever runs this copy of the site has put into it. */
export const addedHere = 'added to this copy'

let shelves: readonly Shelf[] | undefined

/** Every preset with its counts, grouped by family; networks of the reader's own files first. Those of this site are built once, when somebody first asks. */
export function catalogue(): readonly Shelf[] {
  shelves ??= families.map((family) => ({
    id: family.id,
    title: family.title,
    about: family.about,
    by: `${family.paper.authors} · ${family.paper.year}`,
    offers: family.presets.map(({ id, title, about }) => offerOf(id, title, about)),
  }))
  return [...brought().map(shelfOf), ...shelves]
}

function offerOf(id: string, title: string, about?: string): Offer {
  // Not from the few graphs that views share: all of them would push those out.
  const graph = build(resolve(id).architecture)
  return { id, title, ...(about !== undefined && { about }), ...countsOf(graph) }
}

/** What the list says of a network in numbers. */
export const countsOf = (graph: Graph): Pick<Offer, 'depth' | 'params' | 'macs'> => ({
  depth: ownDepth(graph),
  params: graph.totals.trainable,
  macs: graph.totals.macs,
})

/** A network of a file stands alone: its family holds nothing else. */
function shelfOf({ id, family, file }: ReturnType<typeof brought>[number]): Shelf {
  const by = file.isAdded ? addedHere : `your file ${file.name}`
  return { id, title: family.title, about: family.about, by, offers: [offerOf(id, family.title)] }
}

/** The offers that a search leaves: every word must occur in the names, the authors, the year or the sentence. */
export function search(all: readonly Shelf[], text: string): readonly Shelf[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return all
  return all
    .map(({ offers, ...shelf }) => ({
      ...shelf,
      offers: offers.filter((offer) => {
        const hay = [offer.id, offer.title, offer.about, shelf.title, shelf.by].join(' ').toLowerCase()
        return words.every((word) => hay.includes(word))
      }),
    }))
    .filter(({ offers }) => offers.length > 0)
}
