import type { Slip } from '../../src/lessons/slip'

/** S18 to S30: ResNet. */
export const slips: readonly Slip[] = []
