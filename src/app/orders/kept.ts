import * as v from 'valibot'
import { create } from 'zustand'
import { plannedSlides, ofCourse } from '../../lessons/orderFile'
import { type OwnOrder, titled, writeOrder } from '../../lessons/orderText'
import { newId } from '../../ui/newId'
import { orders as given } from '../../lessons/orders'
import { keep, recallJson } from '../../ui/storage'
import type { Edit } from './arrange'

/** An order of the reader's own, kept in this browser. */
export interface KeptOrder extends OwnOrder {
  readonly id: string
}

interface OwnOrders {
  readonly orders: readonly KeptOrder[]
  /** Whether the browser keeps them; where it does not, they last as long as the page. */
  readonly isKept: boolean
}

const key = 'layerwise:orders'

const shape = v.object({
  version: v.literal(1),
  orders: v.array(v.object({ id: v.string(), title: v.string(), slides: plannedSlides })),
})

/** What a text of the browser's store holds; null where it is none of ours. */
function read(data: unknown): readonly KeptOrder[] | null {
  const kept = v.safeParse(shape, data)
  // A slide may have had another name once.
  return kept.success
    ? kept.output.orders.map(({ id, title, slides }) => ({ id, title, slides: ofCourse(slides).slides }))
    : null
}

export const useOrders = create<OwnOrders>(() => ({ orders: read(recallJson(key)) ?? [], isKept: true }))

/** One list for all tabs: each changes what the browser keeps, not what it read itself some time ago. */
function change(next: (now: readonly KeptOrder[]) => readonly KeptOrder[]): void {
  const { orders: own, isKept: was } = useOrders.getState()
  const orders = next((was && read(recallJson(key))) || own)
  const isKept = keep(key, JSON.stringify({ version: 1, orders }))
  useOrders.setState({ orders, isKept })
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

if (typeof window !== 'undefined')
  // Another tab changed them, or the browser forgot everything.
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) useOrders.setState({ orders: read(recallJson(key)) ?? [] })
  })
