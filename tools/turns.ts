import { groups } from 'd3'

/** A journey and where it is written. */
export interface Written {
  readonly file: string
  readonly line: number
  readonly isDaily: boolean
}

/** How often the journeys of a file are tried. */
export interface Often {
  /** Files whose first journey takes turns like the others. */
  readonly rare: ReadonlySet<string>
  /** One in so many is tried a day, where it is not one in three. */
  readonly every: Readonly<Record<string, number>>
}

/**
 * The journeys that a day leaves to others. Those that one line writes in a loop are a family, of which every day has one
 * at the least; of the others the first of a file and what is marked as daily are tried every day, and the rest takes
 * turns in its order.
 * @param isTurn whether a place in a list has its turn today, of so many days
 */
export function waiting<T extends Written>(
  all: readonly T[],
  { rare, every }: Often,
  isTurn: (place: number, days: number) => boolean,
): readonly T[] {
  const families = groups(all, ({ file, line }) => `${file}:${line}`).map(([, family]) => family)
  const alone = families.flatMap((family) => (family.length === 1 ? family : []))
  const firsts = new Set(groups(all, ({ file }) => file).map(([, [first]]) => first))
  const rest = alone.filter((one) => !one.isDaily && (rare.has(one.file) || !firsts.has(one)))
  return [
    ...families.filter(({ length }) => length > 1),
    ...groups(rest, ({ file }) => file).map(([, journeys]) => journeys),
  ].flatMap((list) => {
    const { file, line } = list[0]
    const days = every[file] ?? 3
    // A family of two takes turns of two days. Turns begin elsewhere in each list, or all would begin on one day.
    const isFamily = list.length > 1 && list[1].line === line
    const begin = Array.from(file).reduce((sum, letter) => sum + letter.codePointAt(0)!, line)
    return list.filter((_, i) => !isTurn(begin + i, isFamily ? Math.min(days, list.length) : days))
  })
}
