import type { Slip } from '../../src/lessons/slip'

/** S41 to S44: transfer learning. */
export const slips: readonly Slip[] = []
