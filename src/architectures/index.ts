import type { Architecture } from '../nn/spec'
import { completeOptions, create, type Family, type Options, type Preset } from './family'
import { nearest } from './nearest'

const modules = import.meta.glob<{ default?: Family }>(
  ['./*.ts', '!./*.test.ts', '!./*.fixture.ts', '!./index.ts'],
  {
    eager: true,
  },
)

/** The order of the lecture, then the single blocks. */
const order = [
  'lenet',
  'alexnet',
  'zfnet',
  'sppnet',
  'vgg',
  'googlenet',
  'resnet',
  'resnext',
  'densenet',
  'inceptionv3',
  'squeezenet',
  'mobilenetv2',
  'seresnet',
  'mobilenetv3',
  'efficientnet',
  'convnext',
]

function place(family: Family): number {
  const at = order.indexOf(family.id)
  return at < 0 ? order.length : at
}

/** Every file of this folder whose default export is a family. */
export const families: readonly Family[] = Object.values(modules)
  .flatMap((module) => module.default ?? [])
  // Not in the order of a language: its tables take a while to load, and everything waits for this.
  .sort((a, b) => place(a) - place(b) || (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1))

/** The file that a network was read from: a reader's own, or one that whoever runs the site has put into it. */
export interface FromFile {
  readonly name: string
  /** Bytes, of all its files together. */
  readonly size: number
  /** The preset that it was recognized as. */
  readonly preset?: string
  /** The family of that. */
  readonly family?: string
  /** It lies on the site, and not with the reader. */
  readonly isAdded?: true
  /** What the file is and what was found in it, a sentence each. */
  readonly said: readonly string[]
}

/** A preset or a bare family, as it is named in a URL or on the command line. */
export interface Entry {
  readonly id: string
  readonly family: Family
  readonly preset?: Preset
  /** Where it comes from, if it is none of this folder. */
  readonly file?: FromFile
}

export const presets: readonly (Entry & { readonly preset: Preset })[] = families.flatMap((family) =>
  family.presets.map((preset) => ({ id: preset.id, family, preset })),
)

const entries = new Map<string, Entry>([
  ...families.map((family): [string, Entry] => [family.id, { id: family.id, family }]),
  ...presets.map((entry): [string, Entry] => [entry.id, entry]),
])

/** Makes a network of a file known by its name, like those of this folder, as long as the page lives. */
export function bring(entry: Entry & { readonly file: FromFile }): void {
  entries.set(entry.id, entry)
}

/** The networks that were brought. */
export function brought(): readonly (Entry & { readonly file: FromFile })[] {
  return [...entries.values()].filter(
    (entry): entry is Entry & { file: FromFile } => entry.file !== undefined,
  )
}

/** A name that is neither a preset nor a family; the message suggests the nearest ones. */
export class UnknownNetworkError extends Error {
  constructor(
    name: string,
    readonly suggestions: readonly string[],
  ) {
    super(
      `there is no network "${name}"` +
        (suggestions.length ? `; did you mean ${suggestions.join(', ')}?` : ''),
    )
  }
}

export function findEntry(id: string): Entry {
  const entry = entries.get(id)
  if (!entry) throw new UnknownNetworkError(id, nearest(id, [...entries.keys()]))
  return entry
}

/** A network with all its options. */
export interface Resolved extends Entry {
  readonly options: Options
  readonly architecture: Architecture
}

/**
 * The architecture of a preset or family with further options, as values or as text.
 * Throws an `UnknownNetworkError` or an `OptionError`, both with a sentence for the reader.
 */
export function resolve(id: string, given: Options = {}): Resolved {
  const entry = findEntry(id)
  const options = completeOptions(entry.family, entry.preset, given)
  return { ...entry, options, architecture: create(entry.family, options, entry.preset) }
}
