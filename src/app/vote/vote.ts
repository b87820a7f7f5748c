import { tellOthers } from '../mirror/follow'
import type { Vote } from '../mirror/messages'
import { useTalk } from '../mirror/talk'
import { voted } from './tally'

function set(vote: Vote | null): void {
  useTalk.setState({ vote })
  tellOthers({ kind: 'vote', vote })
}

/** Asks the room a question of the slide: the first one until another is named. */
export function startVote(slide: string, ask = ''): void {
  set({ slide, ask, counts: {}, isOut: false })
}

export function stopVote(): void {
  set(null)
}

function change(next: (vote: Vote) => Vote): void {
  const { vote } = useTalk.getState()
  if (vote) set(next(vote))
}

/** The first question of the slide takes a vote that names none yet. */
export function claimVote(ask: string): void {
  if (useTalk.getState().vote?.ask === '') change((vote) => ({ ...vote, ask }))
}

export const castVote = (what: string, by = 1): void =>
  change((vote) => ({ ...vote, counts: { ...voted(vote.counts, what, by) } }))

export const showAnswer = (isOut = true): void => change((vote) => ({ ...vote, isOut }))

export const clearVotes = (): void => change((vote) => ({ ...vote, counts: {}, isOut: false }))
