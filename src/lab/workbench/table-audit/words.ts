import type { Verdict } from './checks'

/** Verdicts on screen, each with a sign of its own. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  fits: '✓ fits',
  rounding: '≈ close',
  twice: '✗ twice',
  wrong: '✗ wrong',
}
