/** For the entry that an address asks for. */
export const intoView = (entry: HTMLElement | null) => entry?.scrollIntoView({ block: 'center' })
