import { orderOf, orders as given } from '../../lessons/orders'
import { writeRoute } from '../route/route'
import { textOf, useOrders } from './kept'

interface Props {
  /** As it stands in addresses. */
  readonly order: string
  readonly onChange: (order: string) => void
}

/** Chooses an order: one of the given ones, one of the reader's own, or the one that came with a link. */
export function OrderSelect({ order, onChange }: Props) {
  const own = useOrders((state) => state.orders).filter(({ slides }) => slides.length > 0)
  const texts = own.map(textOf)
  const isKnown = Object.hasOwn(given, order) || texts.includes(order)
  return (
    <select
      className="select order-select"
      aria-label="Order of the slides"
      value={order}
      onChange={(event) => onChange(event.target.value)}
    >
      {Object.entries(given).map(([name, { title }]) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
      {own.length > 0 && (
        <optgroup label="Your own">
          {own.map(({ id, title }, i) => (
            <option key={id} value={texts[i]}>
              {title}
            </option>
          ))}
        </optgroup>
      )}
      {!isKnown && (
        <optgroup label="From the link">
          <option value={order}>{orderOf(order).title}</option>
        </optgroup>
      )}
    </select>
  )
}

/** Leads to where an order is arranged: itself, if it is the reader's own, or a copy. */
export function ArrangeLink({ order }: { readonly order: string }) {
  const own = useOrders((state) => state.orders).find((each) => textOf(each) === order)
  return (
    <a className="link" href={writeRoute({ page: 'orders', about: own?.id ?? order })}>
      {own ? 'Arrange it' : 'Arrange a copy of it'}
    </a>
  )
}
