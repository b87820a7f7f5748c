import { useEffect, useState } from 'react'
import { type Lesson, type LessonBody, lessonOf } from '../../lessons/course'

type Loaded = { readonly id: string; readonly Body?: LessonBody; readonly problem?: string }

const bodies = new Map<string, LessonBody>()

/** Begins to fetch the prose of a lesson; what goes wrong is said when it is shown. */
export function preloadBody(lesson: string): void {
  lessonOf(lesson)
    ?.load()
    .catch(() => {})
}

/** The prose of a lesson, fetched once. */
export function useBody(lesson: Lesson): Loaded {
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
  }, [lesson])
  if (Body) return { id: lesson.id, Body }
  return loaded.id === lesson.id ? loaded : { id: lesson.id }
}
