import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Slide } from '../../lessons/course'
import type { Order } from '../../lessons/orders'
import { Dialog } from '../../ui/Dialog'
import { findSlides } from './findSlides'
import { ArrangeLink, OrderSelect } from '../orders/OrderSelect'
import './overview.css'
import { SlideThumb } from './SlideThumb'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly order: Order
  readonly slide: Slide
  /** Goes to a slide by its place, from 0. */
  readonly onChoose: (at: number) => void
  /** Goes on in another order, as it stands in addresses. */
  readonly onOrder: (order: string) => void
}

/** All slides of an order with their figures, to be searched and gone to. */
export function Overview({ open, onClose, order, slide, onChoose, onOrder }: Props) {
  const [search, setSearch] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const found = findSlides(order.slides, search)

  useEffect(() => {
    // After the dialog has given the focus to its field, which brings that into view.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [])

  const choose = (at: number) => {
    onClose()
    onChoose(at)
  }

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...list.current!.querySelectorAll<HTMLButtonElement>(':scope > li > button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const columns = getComputedStyle(list.current!).gridTemplateColumns.split(' ').length
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (by === undefined) return
    // In the field, only down leads to what was found.
    if (at < 0 && event.key !== 'ArrowDown') return
    event.preventDefault()
    const to = at < 0 ? 0 : at + by
    buttons[Math.min(buttons.length - 1, Math.max(0, to))]?.focus()
  }

  return (
    <Dialog open={open} onClose={onClose} title={`${order.title}: ${order.slides.length} slides`} wide tall>
      <div className="overview" onKeyDown={move}>
        <div className="overview-tools">
          <input
            type="search"
            className="input overview-search"
            data-first
            aria-label="Search the slides"
            placeholder="Title, lesson, number, S12"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found.length > 0) choose(found[0].at)
            }}
          />
          <OrderSelect order={order.text} onChange={onOrder} />
          <ArrangeLink order={order.text} />
        </div>
        <ol ref={list} className="overview-slides">
          {found.map(({ slide: each, at }) => (
            <li key={each.key}>
              <SlideThumb slide={each} />
              <button
                type="button"
                aria-current={each === slide ? 'page' : undefined}
                onClick={() => choose(at)}
              >
                <b>{at + 1}</b> {each.step.title}
              </button>
            </li>
          ))}
        </ol>
        <p role="status" className="soft">
          {found.length === 0 && 'No slide contains these words.'}
        </p>
      </div>
    </Dialog>
  )
}
