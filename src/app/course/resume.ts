import * as v from 'valibot'
import { fitting } from '../../ui/fitting'
import { keep, recallJson } from '../../ui/storage'

const stored = 'layerwise:stopped'

/** So many orders are remembered; an own one is as long as its list. */
const most = 12

const entry = v.tuple([v.string(), v.string()])

/** Where a talk stopped: the key of a slide for each order, the last one first. */
function all(): readonly (readonly [order: string, slide: string])[] {
  const kept = recallJson(stored)
  return Array.isArray(kept) ? fitting(entry, kept) : []
}

/** The slide that was shown last in an order, by its key. */
export function stoppedAt(order: string): string | undefined {
  return all().find(([name]) => name === order)?.[1]
}

/** Remembers where a talk is. */
export function stopAt(order: string, slide: string): void {
  const others = all().filter(([name]) => name !== order)
  keep(stored, JSON.stringify([[order, slide], ...others].slice(0, most)))
}
