/** Stands where a number is hidden. */
export const unknown = '?'

/** `3×3 conv, 64 /2` → `3×3 conv, ? /2`: a label without its filters, which are the channels of the output. */
export function withoutFilters(label: string): string {
  return label.replace(/, \d[\d,]*(?![\d×])/, `, ${unknown}`)
}
