import { GripVertical, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Planned } from '../../../content/orders'
import { slideOf } from '../../lessons/course'
import { isMinutes, mostMinutes } from '../../lessons/orderText'
import { SlideThumb } from '../course/SlideThumb'
import { type Edit, moving, planning, removing, sumsOf } from './arrange'
import { useDrag } from './useDrag'
import { minutesText } from './words'

interface Props {
  readonly slides: readonly Planned[]
  /** The slide behind which others are added. */
  readonly marked: string | null
  readonly onMark: (key: string | null) => void
  /** Changes the order, and says what was done. */
  readonly onEdit: (edit: Edit, said: string) => void
}

/** The slides of an order: to be moved, planned and taken out. */
export function Arranged({ slides, marked, onMark, onEdit }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const titleOf = (key: string) => slideOf(key)?.step.title ?? key
  const move = (key: string, to: number) => {
    const place = Math.min(slides.length - 1, Math.max(0, to))
    onEdit(moving(key, place), `“${titleOf(key)}” is now slide ${place + 1} of ${slides.length}.`)
  }
  const { drag, handle } = useDrag(list, move)
  const { begins } = sumsOf(slides)

  /** Whose handle has the focus, where the list changes below it. */
  const focusNext = useRef<number | null>(null)
  useEffect(() => {
    if (focusNext.current === null) return
    const items = list.current!.children
    const item = items[Math.min(items.length - 1, focusNext.current)]
    focusNext.current = null
    item?.querySelector<HTMLElement>('.order-handle')?.focus()
  }, [slides])

  const remove = (key: string, at: number) => {
    focusNext.current = at
    if (marked === key) onMark(slides[at - 1]?.slide ?? null)
    onEdit(removing(key), `“${titleOf(key)}” was taken out.`)
  }
  const press = (event: KeyboardEvent, key: string, at: number) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: slides.length - 1 }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (to !== undefined) {
      event.preventDefault()
      if (to !== at && to >= 0 && to < slides.length) move(key, to)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      remove(key, at)
    }
  }

  return (
    <ol ref={list} className="order-list" data-dragging={drag !== null || undefined}>
      {slides.map(({ slide: key, minutes, skip = false }, at) => {
        const slide = slideOf(key)!
        const { title } = slide.step
        return (
          <li
            key={key}
            aria-current={key === marked || undefined}
            data-moved={drag?.key === key || undefined}
            data-before={drag?.before === at || undefined}
            data-after={(at === slides.length - 1 && drag?.before === slides.length) || undefined}
            onFocus={() => onMark(key)}
            onPointerDown={() => onMark(key)}
          >
            <button
              type="button"
              className="button quiet icon small order-handle"
              aria-label={`Move “${title}”, slide ${at + 1} of ${slides.length}`}
              title="Drag, or move with the arrow keys; Delete takes it out"
              onKeyDown={(event) => press(event, key, at)}
              {...handle(key, at)}
            >
              <GripVertical aria-hidden size={16} />
            </button>
            <span className="order-number">{at + 1}</span>
            <SlideThumb slide={slide} />
            <span className="order-words">
              <b>{title}</b>
              <small className="soft">
                {slide.lesson.title} · from minute {minutesText(begins[at])}
              </small>
            </span>
            <span className="order-plan">
              <label>
                <input
                  className="input"
                  type="number"
                  min={0}
                  max={mostMinutes}
                  step={0.5}
                  value={minutes}
                  aria-label={`Minutes of “${title}”`}
                  onChange={({ target }) => {
                    const typed = target.valueAsNumber
                    if (isMinutes(typed)) onEdit(planning(key, { minutes: typed }), '')
                  }}
                />{' '}
                min
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={skip}
                  aria-label={`“${title}” may be left out`}
                  onChange={({ target }) => onEdit(planning(key, { skip: target.checked }), '')}
                />{' '}
                may be left out
              </label>
            </span>
            <button
              type="button"
              className="button quiet icon small"
              aria-label={`Take out “${title}”`}
              onClick={() => remove(key, at)}
            >
              <X aria-hidden size={16} />
            </button>
          </li>
        )
      })}
    </ol>
  )
}
