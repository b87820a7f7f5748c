/** A date that no line is broken in: `2026-11-23`. */
export function day(date: string): string {
  return date.replaceAll('-', '\u2011')
}
