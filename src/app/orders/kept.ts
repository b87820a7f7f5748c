import * as v from 'valibot'
import { create } from 'zustand'
import { mostSlides, ofCourse, planned } from '../../lessons/orderFile'
import { type OwnOrder, titled, writeOrder } from '../../lessons/orderText'
import { newId } from '../../ui/newId'
import { orders as given } from '../../lessons/orders'
import { fitting } from '../../ui/fitting'
import { keep, recall } from '../../ui/storage'
import type { Edit } from './arrange'

/** An order of the reader's own, kept in this browser. */
export interface KeptOrder extends OwnOrder {
  readonly id: string
}

interface OwnOrders {
  readonly orders: readonly KeptOrder[]
  /** Whether the browser keeps them; where it does not, they last as long as the page. */
  readonly isKept: boolean
  /** Parts of what the browser had that could not be read. */
  readonly left: number
}

const key = 'layerwise:orders'

const file = v.object({ version: v.literal(1), orders: v.array(v.unknown()) })

const entry = v.object({
  id: v.string(),
  title: v.string(),
  slides: v.pipe(v.array(v.unknown()), v.maxLength(mostSlides)),
})

type Read = Pick<OwnOrders, 'orders' | 'left'>

/** What of a text of the browser's store is ours, and how much is not; null where it is none. */
export function readOwn(text: string | null): Read | null {
  const found = v.safeParse(v.pipe(v.string(), v.parseJson(), file), text)
  if (!found.success) return null
  const entries = fitting(entry, found.output.orders)
  let left = found.output.orders.length - entries.length
  const orders = entries.map(({ id, title, slides: all }) => {
    const slides = fitting(planned, all)
    left += all.length - slides.length
    // A slide may have had another name once.
    return { id, title, slides: ofCourse(slides).slides }
  })
  return { orders, left }
}

export const useOrders = create<OwnOrders>(() => {
  const text = recall(key)
  return { ...(readOwn(text) ?? { orders: [], left: text === null ? 0 : 1 }), isKept: true }
})

/** Orders that were forgotten while the browser kept nothing, so that it may still have them. */
const forgotten = new Set<string>()

/** Those of the browser, with what is here alone because it could not be kept. */
function together(theirs: readonly KeptOrder[], own: readonly KeptOrder[]): readonly KeptOrder[] {
  const known = new Map(own.map((order) => [order.id, order]))
  const all = [...theirs.map((order) => known.get(order.id) ?? order), ...own]
  return [...new Set(all)].filter(({ id }) => !forgotten.has(id))
}

/** One list for all tabs: each changes what the browser keeps, not what it read itself some time ago. */
function change(next: (now: readonly KeptOrder[]) => readonly KeptOrder[]): void {
  const { orders: own, isKept: was, left } = useOrders.getState()
  const stored = readOwn(recall(key))?.orders
  const orders = next(!stored ? own : was ? stored : together(stored, own))
  const isKept = keep(key, JSON.stringify({ version: 1, orders }))
  if (isKept) forgotten.clear()
  useOrders.setState({ orders, isKept, left })
}

/** Keeps a new order, and gives its id. */
export function addOrder({ title, slides }: OwnOrder): string {
  const id = newId()
  change((now) => [...now, { id, title: unlike(titled(title) || 'My talk', now), slides }])
  return id
}

/** Changes an order as it stands in the browser now. One that another tab forgot meanwhile is there again: what somebody works on is not lost. */
export function changeOrder(id: string, edit: Edit): void {
  const mine = useOrders.getState().orders.find((order) => order.id === id)
  if (!mine) return
  change((now) =>
    now.some((order) => order.id === id)
      ? now.map((order) => (order.id === id ? { ...edit(order), id } : order))
      : [...now, { ...edit(mine), id }],
  )
}

export function forgetOrder(id: string): void {
  forgotten.add(id)
  change((now) => now.filter((order) => order.id !== id))
}

/** As an address names it. */
export function textOf({ title, slides }: OwnOrder): string {
  return writeOrder({ title: title || 'My talk', slides })
}

/** A title that no other order has, the given ones included: `Monday`, `Monday 2`. */
function unlike(title: string, others: readonly KeptOrder[]): string {
  const taken = [...Object.values(given), ...others].map((order) => order.title)
  for (let i = 2, name = title; ; name = `${title} ${i++}`) if (!taken.includes(name)) return name
}

/** Takes over what another tab kept. */
export function hear(text: string | null): void {
  const { orders: own, isKept } = useOrders.getState()
  const orders = readOwn(text)?.orders ?? []
  useOrders.setState({ orders: isKept ? orders : together(orders, own) })
}

if (typeof window !== 'undefined')
  // Another tab changed them, or the browser forgot everything.
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) hear(event.newValue)
  })
