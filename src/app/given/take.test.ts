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

import { useGiven } from './given'
import { opened } from './open'
import { take } from './take'

const path = join(import.meta.dirname, '../../import/fixtures/bottleneck.pth')
const file = new File([readFileSync(path)], 'bottleneck.pth')

beforeEach(() => {
  shelf.clear()
  useGiven.setState({ all: [], waiting: [], files: [file] })
})

/** Takes the file so often as there are answers to whether it is kept. */
async function taken(preprocessing: typeof caffe | undefined, keeps: boolean | null) {
  useGiven.setState({ files: [file] })
  const found = await opened([file])
  const go = vi.fn()
  expect(await take(found, { ...found, ...(preprocessing && { preprocessing }) }, keeps, go)).toBeUndefined()
  expect(go).toHaveBeenCalledOnce()
}

it('a kept file stays kept when its input is changed, and the change is kept with it', async () => {
  await taken(undefined, true)
  await taken(caffe, null)
  expect([...shelf.values()]).toMatchObject([{ preprocessing: { id: 'caffe' } }])
})

it('who says no removes it, and what was never kept is not', async () => {
  await taken(undefined, null)
  expect(shelf.size).toBe(0)
  await taken(undefined, true)
  await taken(undefined, false)
  expect(shelf.size).toBe(0)
})
