import { afterEach, expect, it, vi } from 'vitest'
import { graphOf } from '../../architectures/built'
import { ask } from '../image/database'
import { allKept, keep, keptFiles, remove } from './kept'

const place = { database: 'layerwise-files', table: 'files' }
const preprocessing = { mean: [0, 0, 0], deviation: [1, 1, 1], scale: 1 } as never
const named = { id: 'own-0123456789abcdef', title: 'Mine', size: 5, preprocessing }
const file = (text: string) => new File([text], 'mine.onnx')

afterEach(async () => {
  vi.restoreAllMocks()
  await ask(place, 'readwrite', (table) => table.clear())
})

it('of kept networks one that is damaged is left out, and the others are there', async () => {
  const { id } = named
  expect(await keep(named, graphOf('lenet5', {}), [file('12345')])).toBe(true)
  for (const [i, damaged] of [null, 7, {}, { id: 'b', title: 'B', size: 1, parts: [] }].entries())
    await ask(place, 'readwrite', (table) => table.put(damaged, `damaged ${i}`))
  expect(await allKept()).toMatchObject([
    { id, title: 'Mine', name: 'mine.onnx', counts: { depth: expect.any(Number) } },
  ])
  expect(await keptFiles('damaged 3')).toBeUndefined()
  expect(await (await keptFiles(id))!.parts[0].content.text()).toBe('12345')
  expect((await keptFiles(id))!.preprocessing).toEqual(preprocessing)
  expect(await remove(id)).toBe(true)
  expect(await allKept()).toEqual([])
})

it('where there is no more room, it is told, and what was kept before is there', async () => {
  const graph = graphOf('lenet5', {})
  await keep(named, graph, [file('12345')])
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room.', 'QuotaExceededError')
  })
  expect(await keep({ ...named, id: 'own-other' }, graph, [file('6')])).toBe(false)
  expect((await allKept()).map(({ id }) => id)).toEqual([named.id])
})
