import type { ReactNode } from 'react'
import { modules } from '../../lessons/course'
import { Brand } from '../page/Brand'
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
      <Brand />
      <nav aria-label="Course" className="crumbs">
        <a href={writeRoute({ page: 'home' })}>Course</a>
        {part && (
          <a className="crumb-part" href={writeRoute({ page: 'home', module: part.id })}>
            {part.title}
          </a>
        )}
        <strong aria-current="page">{title}</strong>
      </nav>
      <span className="header-gap" />
      {children}
      <ThemeChoice />
    </header>
  )
}
