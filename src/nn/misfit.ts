import type { Graph, Issue } from './graph'

/** What is wrong with a layer, in a few words. */
export function verdict(isUnknown: boolean | undefined): string {
  return isUnknown ? 'Unknown here' : 'Does not fit'
}

/** Whether a part of its file is unknown here, so that what is counted along the layers is a lower bound, too. */
export function hasUnknown({ issues }: Pick<Graph, 'issues'>): boolean {
  return issues.some(({ unknown }) => unknown)
}

/** Why a network is not whole, as a sentence; undefined when it is. */
export function whyBroken({ issues }: Pick<Graph, 'issues'>): string | undefined {
  const [issue] = issues
  if (!issue) return undefined
  const what = issue.unknown ? 'A part of the network is unknown here' : 'The network does not fit together'
  return `${what}: ${issue.node}: ${issue.message}.`
}

/** How many layers do not fit and how many are unknown, in a few words; what only follows from another is not counted. */
export function faultWords(issues: readonly Issue[]): string {
  const faults = issues.filter(({ follows }) => follows === undefined)
  const unknown = faults.filter((issue) => issue.unknown).length
  const misfits = faults.length - unknown
  const said = [
    ...(misfits > 0 ? [`${misfits} ${misfits === 1 ? 'does' : 'do'} not fit`] : []),
    ...(unknown > 0 ? [`${unknown} ${unknown === 1 ? 'is' : 'are'} unknown here`] : []),
  ]
  return said.join(', ')
}
