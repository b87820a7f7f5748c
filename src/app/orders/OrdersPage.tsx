import { Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { readOrderFile } from '../../lessons/orderFile'
import { type OwnOrder } from '../../lessons/orderText'
import { orderOf, orders as given } from '../../lessons/orders'
import { usualMinutes } from '../../lessons/usualMinutes'
import { FileButton } from '../../ui/FileButton'
import { Notice } from '../../ui/Notice'
import { CourseHeader } from '../course/CourseHeader'
import { go, writeRoute } from '../route/route'
import { Editor } from './Editor'
import { addOrder, textOf, useOrders } from './kept'
import './orders.css'
import { Ways } from './Ways'
import { minutesText, sizeSaid } from './words'

/** Orders of slides: the given ones and the reader's own; `about` is one of these by its id, or any by its text. */
export function OrdersPage({ about }: { readonly about: string | null }) {
  const own = useOrders((state) => state.orders)
  const order = own.find(({ id }) => id === about)
  const isEditor = order !== undefined
  return (
    <div className={isEditor ? 'course-page orders-page' : 'course-page orders-page scrolls'}>
      <CourseHeader title={order?.title ?? 'Orders of slides'}>
        {about !== null && (
          <a className="button small" href={writeRoute({ page: 'orders', about: null })}>
            All orders
          </a>
        )}
      </CourseHeader>
      {order ? (
        <main className="order-main">
          <h1 className="visually-hidden">{order.title}</h1>
          <Editor key={order.id} order={order} />
        </main>
      ) : (
        <main className="course-list orders">
          {about === null ? <All /> : about.startsWith('own-') ? <Gone /> : <FromLink text={about} />}
        </main>
      )}
    </div>
  )
}

/** Keeps an order and opens it. */
const arrange = (order: OwnOrder) => go(writeRoute({ page: 'orders', about: addOrder(order) }))

/** An order as one of the reader's own begins: with minutes for each slide. */
function asOwn(text: string): OwnOrder {
  const { title, slides, plan } = orderOf(text)
  return {
    title,
    slides: plan ?? slides.map((slide) => ({ slide: slide.key, minutes: usualMinutes(slide) })),
  }
}

function All() {
  const own = useOrders((state) => state.orders)
  const left = useOrders((state) => state.left)
  const [problems, setProblems] = useState<readonly string[]>([])
  const load = (content: string) => {
    const { order, problems: found } = readOrderFile(content)
    setProblems(found)
    if (!order) return
    const id = addOrder(order)
    // What was left out is to be read first.
    if (found.length === 0) go(writeRoute({ page: 'orders', about: id }))
  }
  return (
    <>
      <h1>Orders of slides</h1>
      <p>
        Here you choose the order of the slides in a talk. Use a given order, or select and arrange slides
        yourself, with minutes for each, and share the result as a link or a file. Your orders are kept in
        this browser and sent nowhere.
      </p>
      <p className="course-starts">
        <button
          type="button"
          className="button primary"
          onClick={() => arrange({ title: 'My talk', slides: [] })}
        >
          <Plus aria-hidden size={16} /> New order
        </button>
        <FileButton
          accept="application/json,.json"
          label="Order file"
          onFiles={([chosen]) => void chosen.text().then(load)}
        >
          <Upload aria-hidden size={16} /> Load from a file
        </FileButton>
      </p>
      <div role="status">
        {problems.length > 0 && <Notice onDismiss={() => setProblems([])}>{problems.join(' ')}</Notice>}
        {left > 0 && (
          <Notice onDismiss={() => useOrders.setState({ left: 0 })}>
            {left === 1 ? 'One part' : `${left} parts`} of your orders in this browser could not be read and{' '}
            {left === 1 ? 'was' : 'were'} left out.
          </Notice>
        )}
      </div>
      {own.length > 0 && (
        <section aria-labelledby="own-orders">
          <h2 id="own-orders">Your own</h2>
          <ul className="orders-list">
            {own.map((order) => (
              <li key={order.id}>
                <h3>{order.title}</h3>
                <p className="soft">{sizeSaid(order)}</p>
                <p className="order-ways">
                  <a className="button small" href={writeRoute({ page: 'orders', about: order.id })}>
                    Arrange
                  </a>
                  <Ways order={textOf(order)} isEmpty={order.slides.length === 0} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="given-orders">
        <h2 id="given-orders">Given</h2>
        <ul className="orders-list">
          {Object.entries(given).map(([name, { title, slides, plan }]) => (
            <li key={name}>
              <h3>{title}</h3>
              <p className="soft">{plan ? sizeSaid({ slides: plan }) : `${slides.length} slides`}</p>
              <p className="order-ways">
                <button type="button" className="button small" onClick={() => arrange(asOwn(name))}>
                  Arrange a copy
                </button>
                <Ways order={name} />
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The order of a link, to be looked at and kept. */
function FromLink({ text }: { readonly text: string }) {
  const order = orderOf(text)
  const { title, slides } = asOwn(text)
  return (
    <>
      <h1>{title}</h1>
      {order.problems.length > 0 && <Notice kind="error">{order.problems.join(' ')}</Notice>}
      <p className="soft">{sizeSaid({ slides })}</p>
      <p className="course-starts">
        <button type="button" className="button primary" onClick={() => arrange({ title, slides })}>
          Arrange a copy of it
        </button>
        <Ways order={order.text} />
      </p>
      <ol>
        {order.slides.map(({ key, step }, i) => (
          <li key={key}>
            {step.title} <span className="soft small-text">{minutesText(slides[i].minutes)} min</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Gone() {
  return (
    <>
      <h1>This order is not kept here</h1>
      <p>
        It was deleted or was made in another browser. To take an order with you, save it as a file or copy
        its link.
      </p>
      <p>
        <a className="button" href={writeRoute({ page: 'orders', about: null })}>
          All orders
        </a>
      </p>
    </>
  )
}
