import type { Family } from '../../architectures/family'
import { brought, families, resolve } from '../../architectures/index'
import { build } from '../../nn/build'
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
  readonly family: Family
  /** Where its networks come from: a paper, or a file. */
  readonly by: string
  readonly offers: readonly Offer[]
}

let shelves: readonly Shelf[] | undefined

/** Every preset with its counts, grouped by family; networks of the reader's own files first. Those of this site are built once, when somebody first asks. */
export function catalogue(): readonly Shelf[] {
  shelves ??= families.map((family) => ({
    family,
    by: `${family.paper.authors} · ${family.paper.year}`,
    offers: family.presets.map(({ id, title, about }) => offerOf(id, title, about)),
  }))
  return [...brought().map(shelfOf), ...shelves]
}

function offerOf(id: string, title: string, about?: string): Offer {
  // Not from the few graphs that views share: all of them would push those out.
  const graph = build(resolve(id).architecture)
  return {
    id,
    title,
    ...(about !== undefined && { about }),
    depth: ownDepth(graph),
    params: graph.totals.trainable,
    macs: graph.totals.macs,
  }
}

/** A network of a file stands alone: its family holds nothing else. */
function shelfOf({ id, family, file }: ReturnType<typeof brought>[number]): Shelf {
  return { family, by: `your file ${file.name}`, offers: [offerOf(id, family.title)] }
}

/** The offers that a search leaves: every word must occur in the names, the authors, the year or the sentence. */
export function search(all: readonly Shelf[], text: string): readonly Shelf[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return all
  return all
    .map(({ family, by, offers }) => ({
      family,
      by,
      offers: offers.filter((offer) => {
        const hay = [offer.id, offer.title, offer.about, family.title, by].join(' ').toLowerCase()
        return words.every((word) => hay.includes(word))
      }),
    }))
    .filter(({ offers }) => offers.length > 0)
}
