import { choice, integer, text } from '../../shared/schema'
import { startBlock } from './samples'

export const challengeNames = ['wider', 'shrink', 'views'] as const

export type ChallengeName = (typeof challengeNames)[number]

/** No challenge: a block as one likes it. */
export const free = 'free'

export const options = {
  block: text(startBlock, 800, 'The block, as `add(conv3:64 bn relu conv3:64 bn | ) relu`.'),
  challenge: choice([free, ...challengeNames], free, 'The task.'),
  times: integer(1, 1, 6, 'How many copies of the block follow one another.'),
}

export const readouts = [] as const
