import type { Slip } from '../../src/lessons/slip'

/** S1 to S4 and S40: numbers of many networks. */
export const slips: readonly Slip[] = []
