import type { LabOptions } from './shared/schema'

const modules = import.meta.glob<LabOptions>('./*/*/options.ts', { eager: true, import: 'options' })

/** What every lab can be told, by the name of its folder; for the check of lessons, which shows none. */
export const labOptions: Readonly<Record<string, LabOptions>> = Object.fromEntries(
  Object.entries(modules).map(([path, options]) => [path.split('/')[2], options]),
)
