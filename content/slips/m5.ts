import type { Slip } from '../../src/lessons/slip'

/** S33 to S39: DenseNet; S2 and S45: names and references. */
export const slips: readonly Slip[] = []
