import { useContext, useEffect, useLayoutEffect, useMemo } from 'react'
import { create } from 'zustand'
import { AnswersContext } from '../exercises/answers'
import { slideOf } from './course'

/** What a question hides, if anything, and whether it has been answered or its answer was asked for. */
interface Hiding {
  readonly names: readonly string[]
  readonly isSettled: boolean
}

/** By slide, the questions on the page. */
const useHidings = create<Readonly<Record<string, Readonly<Record<string, Hiding>>>>>(() => ({}))

const useBefore = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** Tells the figure and the cards of a slide that a question is asked and what it hides; before they are painted. */
export function useHiding(
  slide: string,
  question: string,
  names: readonly string[],
  isSettled: boolean,
): void {
  const list = names.join('\n')
  useBefore(() => {
    useHidings.setState((all) => ({
      ...all,
      [slide]: { ...all[slide], [question]: { names: list.split('\n').filter(Boolean), isSettled } },
    }))
    return () =>
      useHidings.setState((all) => {
        const { [question]: _, ...others } = all[slide] ?? {}
        return { ...all, [slide]: others }
      })
  }, [slide, question, list, isSettled])
}

/** Whether a question of a slide still waits for its answer; none does on paper. */
export function useIsAsking(slide: string | undefined): boolean {
  const isAsking = useHidings(
    (all) => slide !== undefined && Object.values(all[slide] ?? {}).some(({ isSettled }) => !isSettled),
  )
  return useContext(AnswersContext) === 'readers' && isAsking
}

const nothing: ReadonlySet<string> = new Set()

/**
 * What is hidden on a slide now: nodes of its network or readouts of its lab. Before its questions are there, all that they
 * will hide; so on paper, whose questions nobody has answered yet, but for the pages that print the answers.
 */
export function useHidden(slide: string | undefined): ReadonlySet<string> {
  const hidings = useHidings((all) => (slide === undefined ? undefined : all[slide]))
  const names = slide === undefined ? undefined : slideOf(slide)?.step.hides
  const answers = useContext(AnswersContext)
  return useMemo(() => {
    if (!names || answers === 'right') return nothing
    if (answers === 'none') return new Set(names)
    const all = Object.values(hidings ?? {})
    const waits = (name: string) => {
      const asking = all.filter((hiding) => hiding.names.includes(name))
      return asking.length === 0 || asking.some(({ isSettled }) => !isSettled)
    }
    return new Set(names.filter(waits))
  }, [names, hidings, answers])
}
