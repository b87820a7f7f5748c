import { type ReactNode, useRef } from 'react'
import { usePlaceOfVisit } from './placeOfVisit'

/** A long page of the course, which is where it was left when Back leads to it. */
export function ScrollingPage({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  usePlaceOfVisit(box)
  return (
    <div ref={box} className="course-page scrolls">
      {children}
    </div>
  )
}
