/** The address of the recorded runs. */
export const measuredRoot = '#/measured'

/** Whether an address is that of the recorded runs; known before the page is fetched. */
export function isMeasured(hash: string): boolean {
  return hash === measuredRoot
}
