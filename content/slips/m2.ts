import type { Slip } from '../../src/lessons/slip'

/** S31 and S32: batch normalization. */
export const slips: readonly Slip[] = []
