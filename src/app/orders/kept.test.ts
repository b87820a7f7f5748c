import { beforeEach, describe, expect, it, vi } from 'vitest'
import { slideOf } from '../../lessons/course'
import { adding, moving, planning, removing, sumsOf, titling } from './arrange'

const store = new Map<string, string>()
const refuses = { now: false }

beforeEach(() => {
  store.clear()
  refuses.now = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuses.now) throw new Error('full')
      store.set(key, value)
    },
  })
})

/** Another tab: the same browser, a page of its own. */
async function tab() {
  vi.resetModules()
  return import('./kept')
}

const [tensor, scale, pause] = ['shapes/tensor', 'shapes/to-scale', 'lecture90/break'].map((key) =>
  slideOf(key)!,
)
const monday = { title: 'Monday', slides: [{ slide: tensor.key, minutes: 2 }] }

describe('orders of one’s own', () => {
  it('are there again after a reload', async () => {
    const id = (await tab()).addOrder(monday)
    expect((await tab()).useOrders.getState().orders).toEqual([{ ...monday, id }])
  })

  it('that two tabs change are merged, and neither loses what the other did', async () => {
    const [one, two] = [await tab(), await tab()]
    const id = one.addOrder(monday)
    two.useOrders.setState({ orders: [{ ...monday, id }] })
    two.addOrder({ ...monday, title: 'Tuesday' })
    one.changeOrder(id, adding([scale], null))
    two.changeOrder(id, planning(tensor.key, { minutes: 5 }))
    const [mine, other] = (await tab()).useOrders.getState().orders
    expect(mine.slides).toEqual([
      { slide: tensor.key, minutes: 5 },
      { slide: scale.key, minutes: 1.5 },
    ])
    expect(other.title).toBe('Tuesday')
  })

  it('are not lost where another tab forgets one that is worked on', async () => {
    const one = await tab()
    const id = one.addOrder(monday)
    const two = await tab()
    two.forgetOrder(id)
    expect((await tab()).useOrders.getState().orders).toEqual([])
    one.changeOrder(id, titling('Friday'))
    expect((await tab()).useOrders.getState().orders).toMatchObject([{ id, title: 'Friday' }])
  })

  it('last as long as the page where the browser keeps nothing', async () => {
    refuses.now = true
    const { addOrder, changeOrder, useOrders } = await tab()
    const id = addOrder(monday)
    changeOrder(id, titling('Friday'))
    addOrder(monday)
    const { orders, isKept } = useOrders.getState()
    expect(orders.map(({ title }) => title)).toEqual(['Friday', 'Monday'])
    expect(isKept).toBe(false)
  })

  it('that were made while the browser kept nothing stay when another tab keeps its own, and both are there once there is room', async () => {
    const [one, two] = [await tab(), await tab()]
    const gone = one.addOrder({ ...monday, title: 'Sunday' })
    refuses.now = true
    const id = one.addOrder(monday)
    one.forgetOrder(gone)
    refuses.now = false
    two.addOrder({ ...monday, title: 'Tuesday' })
    one.hear(store.get('layerwise:orders')!)
    const titles = () => one.useOrders.getState().orders.map(({ title }) => title)
    expect(titles()).toEqual(['Tuesday', 'Monday'])
    one.changeOrder(id, titling('Friday'))
    expect(titles()).toEqual(['Tuesday', 'Friday'])
    expect(one.useOrders.getState().isKept).toBe(true)
    expect((await tab()).useOrders.getState().orders.map(({ title }) => title)).toEqual(['Tuesday', 'Friday'])
  })

  it('of which a part is damaged in the store are kept without it, and it is told that something is left out', async () => {
    const fine = { id: 'own-1', ...monday }
    const parts = [{ id: 1 }, fine, { ...fine, id: 'own-2', slides: [{ slide: 3 }, ...monday.slides] }]
    store.set('layerwise:orders', JSON.stringify({ version: 1, orders: parts }))
    const { changeOrder, useOrders } = await tab()
    expect(useOrders.getState()).toMatchObject({ orders: [fine, { ...fine, id: 'own-2' }], left: 2 })
    changeOrder('own-1', titling('Friday'))
    expect((await tab()).useOrders.getState()).toMatchObject({ orders: [{ title: 'Friday' }, {}], left: 0 })
    store.set('layerwise:orders', '{"version":1,')
    expect((await tab()).useOrders.getState()).toMatchObject({ orders: [], left: 1 })
  })

  it('have titles that differ', async () => {
    const { addOrder, useOrders } = await tab()
    for (let i = 0; i < 3; i++) addOrder({ ...monday, title: ' Monday ' })
    expect(useOrders.getState().orders.map(({ title }) => title)).toEqual(['Monday', 'Monday 2', 'Monday 3'])
  })
})

describe('arranging', () => {
  const order = adding([tensor, scale, pause], null)({ title: '', slides: [] })
  const keys = ({ slides }: typeof order) => slides.map(({ slide }) => slide)

  it('adds behind a slide or at the end, each slide once, with its usual minutes', () => {
    expect(order.slides.map(({ minutes }) => minutes)).toEqual([2, 1.5, 5])
    expect(keys(adding([pause, scale], tensor.key)(removing(scale.key)(order)))).toEqual(keys(order))
  })

  it('moves within the ends, and what is not there changes nothing', () => {
    expect(keys(moving(pause.key, -3)(order))).toEqual([pause.key, tensor.key, scale.key])
    expect(keys(moving(tensor.key, 9)(order))).toEqual([scale.key, pause.key, tensor.key])
    expect(moving('a/b', 0)(order)).toBe(order)
  })

  it('sums the minutes up, with and without what may be left out', () => {
    const planned = planning(scale.key, { skip: true })(order)
    expect(sumsOf(planned.slides)).toEqual({ begins: [0, 2, 3.5], all: 8.5, short: 7 })
    expect(planning(scale.key, { skip: false })(planned)).toEqual(order)
    expect(planning(scale.key, { minutes: 3 })(planned).slides[1]).toEqual({
      slide: scale.key,
      minutes: 3,
      skip: true,
    })
  })
})
