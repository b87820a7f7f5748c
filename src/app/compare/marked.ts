import type { Mark } from '../../diagram/look'
import type { Entry } from '../../nn/differences'
import { count } from '../../ui/format'
import type { Comparison } from './comparison'
import { kindsOf } from './Differences'
import { layersAt, saidApart } from './reading'
import type { Apart } from './apart'

/** So many differences are named beside a sign; the panel lists all. */
const named = 3

type Side = 'left' | 'right'

/** How often a difference occurs at or in a part, by the part. */
type ByPart = ReadonlyMap<string, ReadonlyMap<Entry, number>>

/**
 * What the sign in the corner of a part says, in either picture: what differs at or in it.
 * @param layers how far the weights of networks that are built alike lie apart
 */
export function markedWords(
  { diff, entries, marks }: Comparison,
  names: readonly [left: string, right: string],
  layers: readonly Apart[] = [],
): Readonly<Record<Side, (id: string) => string | undefined>> {
  const kinds = kindsOf(names)
  const parts = { left: byPart(entries, 'left'), right: byPart(entries, 'right') }
  const says = (side: Side) => {
    const [other, own, beside] =
      side === 'left' ? (['right', names[0], names[1]] as const) : (['left', names[1], names[0]] as const)
    return (id: string) => {
      const mark: Mark | undefined = marks[side].get(id)
      if (mark === 'added' || mark === 'removed') return `${id} is only in ${own}`
      const partner = diff[side].partner.get(id)
      // What only the other has stands in its partner there.
      const found = new Map([...(parts[other].get(partner ?? '') ?? []), ...(parts[side].get(id) ?? [])])
      const said = [...found].map(
        ([{ what, kind }, times]) => `${what} (${kinds[kind]}${times > 1 ? `, ${count(times)} times` : ''})`,
      )
      const left = side === 'left' ? id : partner
      const apart = said.length > 0 || left === undefined ? [] : layersAt(layers, left)
      if (apart.length > 0) return `${id} differs from ${beside}: ${saidApart(apart)}`
      if (said.length === 0) return undefined
      const rest = said.length - named
      return `${id} differs from ${beside}: ${said.slice(0, named).join('; ')}${rest > 0 ? `; and ${count(rest)} more` : ''}`
    }
  }
  return { left: says('left'), right: says('right') }
}

function byPart(entries: readonly Entry[], side: Side): ByPart {
  const found = new Map<string, Map<Entry, number>>()
  for (const entry of entries)
    for (const { [side]: place } of entry.places)
      for (let part = place ?? ''; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
        const here = found.get(part) ?? new Map<Entry, number>()
        found.set(part, here.set(entry, (here.get(entry) ?? 0) + 1))
      }
  return found
}
