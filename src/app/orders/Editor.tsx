import { Download, Link, Trash2, Undo2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { Slide } from '../../lessons/course'
import { writeOrderFile } from '../../lessons/orderFile'
import { longestTitle, type OwnOrder, titled } from '../../lessons/orderText'
import { download } from '../../ui/download'
import { textFields } from '../../ui/keyboard'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'
import { adding, type Edit, removing, titling } from './arrange'
import { Arranged } from './Arranged'
import { changeOrder, forgetOrder, type KeptOrder, textOf, useOrders } from './kept'
import { Library } from './Library'
import { linkOf, Ways } from './Ways'
import { earlySaid, sizeSaid } from './words'
import { go, writeRoute } from '../route/route'

/** So many sentences about the sequence are enough at a time. */
const mostEarly = 3

/** One order of the reader's own, and the slides to make it of. */
export function Editor({ order }: { readonly order: KeptOrder }) {
  const { id, title, slides } = order
  const isKept = useOrders((state) => state.isKept)
  const [marked, setMarked] = useState<string | null>(null)
  const [before, setBefore] = useState<readonly OwnOrder[]>([])
  const [said, setSaid] = useState('')
  /** On a phone one of the two is on the screen. */
  const [side, setSide] = useState<'order' | 'slides'>(slides.length === 0 ? 'slides' : 'order')
  const taken = new Set(slides.map(({ slide }) => slide))
  const early = earlySaid(order)

  const edit = (change: Edit, done: string) => {
    setBefore((all) => [...all.slice(-99), { title, slides }])
    changeOrder(id, change)
    setSaid(done)
  }
  const undo = () => {
    const last = before.at(-1)
    if (!last) return
    setBefore((all) => all.slice(0, -1))
    changeOrder(id, () => last)
    setSaid('The last change was undone.')
  }
  const add = (news: readonly Slide[]) => {
    edit(
      adding(news, marked),
      news.length === 1
        ? `“${news[0].step.title}” was added.`
        : `${news.filter(({ key }) => !taken.has(key)).length} slides were added.`,
    )
    setMarked(news.at(-1)!.key)
  }
  const press = (event: KeyboardEvent) => {
    const isTyped = event.target instanceof Element && event.target.closest(textFields)
    if (isTyped || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.key !== 'z') return
    event.preventDefault()
    undo()
  }

  return (
    <div className="order-editor" data-side={side} onKeyDown={press}>
      <div className="order-head">
        <input
          className="input order-title"
          aria-label="Title of the order"
          maxLength={longestTitle}
          value={title}
          onChange={({ target }) => changeOrder(id, titling(target.value))}
          onBlur={({ target }) => changeOrder(id, titling(titled(target.value) || 'My talk'))}
        />
        <p className="order-size" role="status">
          {sizeSaid(order)}
          {said && <span className="visually-hidden">. {said}</span>}
        </p>
        <div className="order-ways">
          <Ways order={textOf(order)} isEmpty={slides.length === 0} />
          <button type="button" className="button small" disabled={before.length === 0} onClick={undo}>
            <Undo2 aria-hidden size={14} /> Undo
          </button>
          <CopyOrder text={textOf(order)} isEmpty={slides.length === 0} />
          <button
            type="button"
            className="button small"
            onClick={() =>
              download(
                new Blob([writeOrderFile(order)], { type: 'application/json' }),
                `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'order'}.json`,
              )
            }
          >
            <Download aria-hidden size={14} /> Save as a file
          </button>
          <button
            type="button"
            className="button small"
            onClick={() => {
              if (!confirm(`Delete the order “${title}” from this browser?`)) return
              forgetOrder(id)
              go(writeRoute({ page: 'orders', about: null }))
            }}
          >
            <Trash2 aria-hidden size={14} /> Delete
          </button>
        </div>
        {!isKept && (
          <Notice>
            This browser keeps nothing for this page, so the order is lost when the page is closed. Save it as
            a file.
          </Notice>
        )}
        <div className="order-sides">
          <Segmented
            legend="What is shown"
            value={side}
            onChange={setSide}
            choices={[
              { value: 'order', label: `The order (${slides.length})` },
              { value: 'slides', label: 'Add slides' },
            ]}
          />
        </div>
      </div>
      <section className="order-arranged" aria-label="The order" data-drag-scrolls>
        {slides.length === 0 ? (
          <p className="soft">No slides yet. Add some from the course.</p>
        ) : (
          <p className="soft small-text">
            Drag a slide by its handle, or move it with the arrow keys. New slides are added after the marked
            slide.
          </p>
        )}
        {early.length > 0 && (
          <Notice>
            {early.slice(0, mostEarly).join(' ')}
            {early.length > mostEarly && ` The same is true of ${early.length - mostEarly} more.`}
          </Notice>
        )}
        <Arranged slides={slides} marked={marked} onMark={setMarked} onEdit={edit} />
      </section>
      <section className="order-all" aria-label="Slides of the course">
        <Library
          taken={taken}
          onAdd={add}
          onRemove={({ key, step }) => edit(removing(key), `“${step.title}” was taken out.`)}
        />
      </section>
    </div>
  )
}

/** Copies a link that shows the order to somebody else. */
function CopyOrder({ text, isEmpty }: { readonly text: string; readonly isEmpty: boolean }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(linkOf(text)).then(
      () => setSaid('Link copied.'),
      () =>
        setSaid('The browser did not let the page copy the link; copy the address of “As slides” instead.'),
    )
  return (
    <>
      <button type="button" className="button small" disabled={isEmpty} onClick={() => void copy()}>
        <Link aria-hidden size={14} /> Copy a link
      </button>
      <span role="status" className="small-text soft">
        {said}
      </span>
    </>
  )
}
