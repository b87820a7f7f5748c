import type { ReactNode } from 'react'
import { modules } from '../../lessons/course'
import { ThemeChoice } from '../page/ThemeChoice'
import { writeRoute } from '../route/route'

/** Where one is in the course, and the way back. */
export function CourseHeader({
  title,
  module,
  children,
}: {
  readonly title: string
  readonly module?: string
  readonly children?: ReactNode
}) {
  const part = modules.find(({ id }) => id === module)
  return (
    <header className="page-header course-header">
      <a className="brand" href="#">
        Layerwise
      </a>
      <nav aria-label="Course" className="crumbs">
        <a href={writeRoute({ page: 'home' })}>Course</a>
        {part && <span className="crumb-part">{part.title}</span>}
        <strong aria-current="page">{title}</strong>
      </nav>
      <span className="header-gap" />
      {children}
      <ThemeChoice />
    </header>
  )
}
