import { Check, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { modules } from '../../../content/course'
import { type Slide, slides, talkSlides } from '../../lessons/course'
import { findSlides } from '../course/findSlides'
import { SlideThumb } from '../course/SlideThumb'

interface Props {
  /** The keys of slides that are in the order. */
  readonly taken: ReadonlySet<string>
  readonly onAdd: (slides: readonly Slide[]) => void
  readonly onRemove: (slide: Slide) => void
}

const all = [...talkSlides, ...slides]

interface Part {
  readonly title: string
  readonly lessons: readonly { readonly title: string; readonly slides: readonly Slide[] }[]
}

/** Slides by module and lesson; first what talks have besides. */
function partsOf(found: readonly Slide[]): readonly Part[] {
  const byLesson = (of: readonly Slide[]) =>
    [...new Set(of.map(({ lesson }) => lesson))].map((lesson) => ({
      title: lesson.title,
      slides: of.filter((each) => each.lesson === lesson),
    }))
  return [
    {
      title: 'Title, sections, breaks',
      lessons: byLesson(found.filter((each) => talkSlides.includes(each))),
    },
    ...modules.map(({ id, title }) => ({
      title,
      lessons: byLesson(found.filter(({ lesson }) => lesson.module === id)),
    })),
  ].filter(({ lessons }) => lessons.length > 0)
}

/** All slides there are, to be searched and taken into an order. */
export function Library({ taken, onAdd, onRemove }: Props) {
  const [search, setSearch] = useState('')
  const parts = useMemo(() => partsOf(findSlides(all, search).map(({ slide }) => slide)), [search])
  return (
    <div className="order-library">
      <input
        type="search"
        className="input"
        aria-label="Search the slides of the course"
        placeholder="Title, lesson, network, S12"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <p role="status" className="soft">
        {parts.length === 0 && 'No slide contains these words.'}
      </p>
      {parts.map(({ title, lessons }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {lessons.map((lesson) => (
            <section key={lesson.title} className="order-lesson" aria-label={lesson.title}>
              <h4>
                {lesson.title}
                <button
                  type="button"
                  className="button small"
                  disabled={lesson.slides.every(({ key }) => taken.has(key))}
                  aria-label={`Add all of “${lesson.title}”`}
                  onClick={() => onAdd(lesson.slides)}
                >
                  Add {lesson.slides.length === 1 ? 'it' : `all ${lesson.slides.length}`}
                </button>
              </h4>
              <ul>
                {lesson.slides.map((slide) => {
                  const isIn = taken.has(slide.key)
                  return (
                    <li key={slide.key}>
                      <SlideThumb slide={slide} />
                      <button
                        type="button"
                        aria-pressed={isIn}
                        title={isIn ? 'In the order; press to take it out' : 'Add to the order'}
                        onClick={() => (isIn ? onRemove(slide) : onAdd([slide]))}
                      >
                        {isIn ? <Check aria-hidden size={14} /> : <Plus aria-hidden size={14} />}{' '}
                        {slide.step.title}
                      </button>
                    </li>
                  )
                })}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </div>
  )
}
