import { createContext, useContext } from 'react'
import type { Answer } from './kept'
import { useProgress } from './progress'

/** Whose answers questions show: the reader's; on paper, where nobody can ask for them, none or the right ones. */
export const AnswersContext = createContext<'readers' | 'none' | 'right'>('readers')

/** What the reader answered to a question; nothing on paper, which is for others, too. */
export function useAnswer(id: string): Answer | undefined {
  const kept = useProgress((state) => state.answers[id])
  return useContext(AnswersContext) === 'readers' ? kept : undefined
}
