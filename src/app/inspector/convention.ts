import { flopsPerMac } from '../../nn/totals'

/** What is counted, and how; it stands wherever counts stand. */
export const convention = `1 MAC = 1 multiplication + 1 addition = ${flopsPerMac} FLOPs; counted for convolutions and fully connected layers only.`
