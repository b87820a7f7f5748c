/** Whose photograph it is, and why it may be shown; `public/images/CREDITS.md` has the same with where it came from. */
interface Credit {
  readonly by: string
  readonly license: 'CC0 1.0' | 'CC BY-SA 3.0' | 'public domain'
}

/** Of the photographs among the samples, by id. */
export const credits: Readonly<Record<string, Credit>> = {
  vienna: { by: 'Peter Haas', license: 'CC BY-SA 3.0' },
  chelsea: { by: 'Stéfan van der Walt', license: 'CC0 1.0' },
  coffee: { by: 'Rachel Michetti', license: 'CC0 1.0' },
  astronaut: { by: 'NASA', license: 'public domain' },
  rocket: { by: 'SpaceX', license: 'public domain' },
}

/** `Peter Haas, CC BY-SA 3.0`; undefined for a drawing of this project. */
export function creditOf(id: string): string | undefined {
  const credit = Object.hasOwn(credits, id) ? credits[id] : undefined
  return credit && `${credit.by}, ${credit.license}`
}
