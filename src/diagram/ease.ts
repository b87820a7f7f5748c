/** A share of a time as a share of a way that begins and ends slowly: cubes, mirrored in the middle. */
export function eased(share: number): number {
  const left = 2 * (1 - share)
  return share < 0.5 ? 4 * share ** 3 : 1 - left ** 3 / 2
}
