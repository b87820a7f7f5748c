import type { Choices, Opened } from './open'

/** What a reader chose for the files once, as far as that is known. */
export type Before = { readonly [Name in 'preprocessing' | 'classes' | 'input']?: Choices[Name] | undefined }

/**
 * What goes for a network: what the reader chooses now, else what was chosen for its files before, else what they say. A
 * list of names that was brought with them is newer than what was chosen before.
 * @param usual names of the classes, where nothing else gives any
 */
export function choicesFor(
  opened: Opened,
  now: Before,
  before: Before = {},
  usual?: readonly string[],
): Choices & Required<Pick<Choices, 'input'>> {
  const classes =
    now.classes ?? (opened.isNamed ? opened.classes : (before.classes ?? opened.classes)) ?? usual
  return {
    preprocessing: now.preprocessing ?? before.preprocessing ?? opened.preprocessing,
    input: now.input ?? before.input ?? opened.graph.architecture.input,
    ...(classes && { classes }),
  }
}
