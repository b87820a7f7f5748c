import type { Family } from '../../architectures/family'
import { families, resolve } from '../../architectures/index'
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
  readonly offers: readonly Offer[]
}

let shelves: readonly Shelf[] | undefined

/** Every preset with its counts, grouped by family. Built once, when somebody first asks. */
export function catalogue(): readonly Shelf[] {
  shelves ??= families.map((family) => ({
    family,
    offers: family.presets.map(({ id, title, about }) => {
      // Not from the few graphs that views share: all of them would push those out.
      const graph = build(resolve(id).architecture)
      return {
        id,
        title,
        about,
        depth: ownDepth(graph),
        params: graph.totals.trainable,
        macs: graph.totals.macs,
      }
    }),
  }))
  return shelves
}

/** The offers that a search leaves: every word must occur in the names, the authors, the year or the sentence. */
export function search(all: readonly Shelf[], text: string): readonly Shelf[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return all
  return all
    .map(({ family, offers }) => ({
      family,
      offers: offers.filter((offer) => {
        const hay = [
          offer.id,
          offer.title,
          offer.about,
          family.title,
          family.paper.authors,
          family.paper.year,
        ]
          .join(' ')
          .toLowerCase()
        return words.every((word) => hay.includes(word))
      }),
    }))
    .filter(({ offers }) => offers.length > 0)
}
