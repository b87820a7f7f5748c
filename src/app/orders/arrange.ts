import type { Planned } from '../../../content/orders'
import type { Slide } from '../../lessons/course'
import type { OwnOrder } from '../../lessons/orderText'
import { usualMinutes } from '../../lessons/usualMinutes'

/** A change of an order that fits whatever the order has become meanwhile: another tab may have it open, too. */
export type Edit = (order: OwnOrder) => OwnOrder

/** Puts slides behind one that is there, or at the end; those that are there already stay where they are. */
export function adding(slides: readonly Slide[], after: string | null): Edit {
  return (order) => {
    const isThere = (key: string) => order.slides.some(({ slide }) => slide === key)
    const news = slides
      .filter(({ key }) => !isThere(key))
      .map((slide) => ({ slide: slide.key, minutes: usualMinutes(slide) }))
    const at = order.slides.findIndex(({ slide }) => slide === after) + 1 || order.slides.length
    return { ...order, slides: [...order.slides.slice(0, at), ...news, ...order.slides.slice(at)] }
  }
}

export function removing(key: string): Edit {
  return (order) => ({ ...order, slides: order.slides.filter(({ slide }) => slide !== key) })
}

/** Puts a slide elsewhere. `to` is its new place, from 0; places beyond an end are the end. */
export function moving(key: string, to: number): Edit {
  return (order) => {
    const moved = order.slides.find(({ slide }) => slide === key)
    if (!moved) return order
    const others = order.slides.filter((each) => each !== moved)
    const at = Math.min(others.length, Math.max(0, to))
    return { ...order, slides: [...others.slice(0, at), moved, ...others.slice(at)] }
  }
}

/** Plans a slide: its minutes, and whether it may be left out. */
export function planning(
  key: string,
  { minutes, skip }: { readonly minutes?: number; readonly skip?: boolean },
): Edit {
  const changed = ({ skip: before, ...each }: Planned): Planned => ({
    ...each,
    ...(minutes !== undefined && { minutes }),
    ...((skip ?? before) && { skip: true }),
  })
  return (order) => ({
    ...order,
    slides: order.slides.map((each) => (each.slide === key ? changed(each) : each)),
  })
}

export function titling(title: string): Edit {
  return (order) => ({ ...order, title })
}

/** Minutes of a plan: each slide's beginning, and the sum with and without what may be left out. */
export function sumsOf(slides: readonly Planned[]): {
  readonly begins: readonly number[]
  readonly all: number
  readonly short: number
} {
  const begins: number[] = []
  let [all, short] = [0, 0]
  for (const { minutes, skip } of slides) {
    begins.push(all)
    all += minutes
    if (!skip) short += minutes
  }
  return { begins, all, short }
}
