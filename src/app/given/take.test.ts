import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { caffe } from '../../import/preprocessing'

const { shelf } = vi.hoisted(() => ({ shelf: new Map<string, Record<string, unknown>>() }))

vi.mock('./kept', () => ({
  keep: async (kept: { id: string }) => !!shelf.set(kept.id, kept),
  keptFiles: async (id: string) => shelf.get(id),
  remove: async (id: string) => shelf.delete(id),
}))

import { type Before, choicesFor } from './choices'
import { useGiven } from './given'
import { opened } from './open'
import { take } from './take'

const path = join(import.meta.dirname, '../../import/fixtures/bottleneck.pth')
const file = new File([readFileSync(path)], 'bottleneck.pth')

beforeEach(() => {
  shelf.clear()
  useGiven.setState({ all: [], waiting: [], files: [file] })
})

/** Takes the file, with what is chosen now. */
async function taken(now: Before, keeps: boolean | null) {
  useGiven.setState({ files: [file] })
  const found = await opened([file])
  const go = vi.fn()
  expect(await take(found, (kept) => choicesFor(found, now, kept), keeps, go)).toBeUndefined()
  expect(go).toHaveBeenCalledOnce()
}

it('a kept file stays kept when its input is changed, and the change is kept with it', async () => {
  await taken({}, true)
  await taken({ preprocessing: caffe }, null)
  expect([...shelf.values()]).toMatchObject([{ preprocessing: { id: 'caffe' } }])
})

it('who says no removes it, and what was never kept is not', async () => {
  await taken({}, null)
  expect(shelf.size).toBe(0)
  await taken({}, true)
  await taken({}, false)
  expect(shelf.size).toBe(0)
})

it('a kept file that is dropped after a reload is opened with what was chosen for it, and keeps that', async () => {
  const { shape } = (await opened([file])).graph.nodes.at(-1)!
  const classes = Array.from({ length: shape[0] }, (_, i) => `flower ${i}`)
  await taken({ preprocessing: caffe, classes, input: [96, 64, 3] }, true)
  const before = [...shelf.values()]
  useGiven.setState({ all: [] })
  await taken({}, null)
  expect([...shelf.values()]).toEqual(before)
  const [given] = useGiven.getState().all
  expect(given).toMatchObject({ preprocessing: { id: 'caffe' }, classes })
  expect(given.of.architecture.input).toEqual([96, 64, 3])
})

it('what is chosen now, and a list of names that is dropped with the file, go before what was chosen once', async () => {
  const found = { ...(await opened([file])), classes: ['of the file'] }
  const before = { preprocessing: caffe, classes: ['kept'] }
  expect(choicesFor(found, {}, before)).toMatchObject(before)
  expect(choicesFor(found, { classes: ['picked'] }, before)).toMatchObject({ classes: ['picked'] })
  const named = { ...found, classes: ['in the list'], isNamed: true } as const
  expect(choicesFor(named, {}, before)).toMatchObject({ preprocessing: caffe, classes: ['in the list'] })
  expect(choicesFor(named, { classes: ['picked'] }, before)).toMatchObject({ classes: ['picked'] })
  const { classes: _, ...unnamed } = found
  expect(choicesFor(unnamed, {}, {}, ['usual'])).toMatchObject({ classes: ['usual'] })
  expect(choicesFor(found, {}, {}, ['usual'])).toMatchObject({ classes: ['of the file'] })
})
