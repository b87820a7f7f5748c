import type { LabOptions } from './shared/schema'

interface Declared {
  readonly options: LabOptions
  /** What a slide may hide of it until the reader has answered. */
  readonly readouts?: readonly string[]
}

const modules = import.meta.glob<Declared>('./*/*/options.ts', { eager: true })

const byName = <T>(of: (declared: Declared) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(modules).map(([path, declared]) => [path.split('/')[2], of(declared)]))

/** What every lab can be told, by the name of its folder; for the check of lessons, which shows none. */
export const labOptions = byName(({ options }) => options)

/** What can be hidden of every lab, by the name of its folder. */
export const labReadouts = byName(({ readouts = [] }) => readouts)
