/** Where every address of the course begins. */
export const root = '#/course'

/** Whether an address belongs to the course, and not to the explorer; known before the course is fetched. */
export function isCourse(hash: string): boolean {
  return hash === root || hash.startsWith(`${root}/`) || hash.startsWith(`${root}?`)
}
