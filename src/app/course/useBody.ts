import { useEffect, useState } from 'react'
import { askAgain } from '../../ui/askAgain'
import type { Lesson, LessonBody } from '../../lessons/course'

interface Loaded {
  readonly id: string
  readonly Body?: LessonBody
  readonly problem?: string
}

const bodies = new Map<string, LessonBody>()

/** Fetches the prose of a lesson, so that it stands in the first paint. */
export async function preloadBody(lesson: Lesson): Promise<void> {
  bodies.set(lesson.id, await lesson.load())
}

/** The prose of a lesson, fetched once; `again` asks anew for what did not come. */
export function useBody(lesson: Lesson): Loaded & { readonly again: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<Loaded>({ id: lesson.id })
  const Body = bodies.get(lesson.id)
  useEffect(() => {
    if (bodies.has(lesson.id)) return
    let left = false
    lesson.load().then(
      (body) => {
        bodies.set(lesson.id, body)
        if (!left) setLoaded({ id: lesson.id, Body: body })
      },
      () => {
        if (!left)
          setLoaded({
            id: lesson.id,
            problem: 'The lesson could not be loaded; is the site still reachable?',
          })
      },
    )
    return () => {
      left = true
    }
  }, [lesson, attempt])
  const again = () => {
    setLoaded({ id: lesson.id })
    const look = () => setAttempt(attempt + 1)
    void askAgain(lesson.load).then(look, look)
  }
  if (Body) return { id: lesson.id, Body, again }
  return { ...(loaded.id === lesson.id ? loaded : { id: lesson.id }), again }
}
