import { create } from 'zustand'

/** Questions whose answer was asked for and not given, by their place in the reader's progress. They last as long as the page. */
export const useRevealed = create<Readonly<Record<string, true>>>(() => ({}))

/** Shows the answer of a question, or hides it again. */
export function reveal(question: string, isOut = true): void {
  const { [question]: _, ...others } = useRevealed.getState()
  useRevealed.setState(isOut ? { ...others, [question]: true } : others, true)
}
