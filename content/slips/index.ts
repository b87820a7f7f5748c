import { slips as m0 } from './m0'
import { slips as m1 } from './m1'
import { slips as m2 } from './m2'
import { slips as m3 } from './m3'
import { slips as m5 } from './m5'
import { slips as m7 } from './m7'
import type { Slip } from '../../src/lessons/slip'

/** The lecture's slips, by number. */
export const slips: readonly Slip[] = [...m0, ...m1, ...m2, ...m3, ...m5, ...m7].sort((a, b) => a.e - b.e)
