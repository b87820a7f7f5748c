import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { main } from './add-model'
import { root } from './packages.mjs'

const fixtures = join(import.meta.dirname, '../src/import')
const log = vi.spyOn(console, 'log').mockImplementation(() => {})
const error = vi.spyOn(console, 'error').mockImplementation(() => {})
let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'layerwise-added-'))))
afterEach(() => {
  rmSync(folder, { recursive: true })
  log.mockClear()
  error.mockClear()
})

const lines = () =>
  JSON.parse(readFileSync(join(folder, 'added.json'), 'utf8')) as readonly Record<string, unknown>[]
const add = (...args: string[]) => main([...args, '--into', folder])

it('a network and its second file become part of a copy of the site, once', async () => {
  const model = join(fixtures, 'onnx/fixtures/resnet-dynamo.onnx')
  // The folder may be named from that of the project, too.
  for (const into of [folder, relative(root, folder)])
    expect(await main([model, '--weights', `${model}.data`, '--name', 'Of our school', '--into', into])).toBe(
      0,
    )
  expect(lines()).toHaveLength(1)
  const [{ id, title, files, params }] = lines() as [
    { id: string; files: string[] } & Record<string, unknown>,
  ]
  expect(title).toBe('Of our school')
  expect(files).toEqual(['resnet-dynamo.onnx', 'resnet-dynamo.onnx.data'])
  for (const name of files) expect(existsSync(join(folder, 'added', id, name))).toBe(true)
  expect(params).toBeGreaterThan(1000)
})

it('a checkpoint is added with the names of its classes, and a wrong number of them is refused', async () => {
  const file = join(fixtures, 'fixtures/bottleneck.pth')
  const names = join(folder, 'names.txt')
  writeFileSync(names, 'one\ntwo')
  expect(await add(file, '--classes', names)).toBe(1)
  expect(error.mock.calls.flat().join()).toContain('The file has 2 names')
  writeFileSync(names, Array.from({ length: 10 }, (_, i) => `class ${i}`).join('\n'))
  expect(await add(file, '--classes', names, '--preprocessing', 'cifar10')).toBe(0)
  expect(lines()[0]).toMatchObject({ preprocessing: 'cifar10', files: ['bottleneck.pth'] })
  expect(lines()[0].classes).toHaveLength(10)
})

it('what the page could not use is refused with a sentence', async () => {
  const broken = join(folder, 'broken.safetensors')
  const bytes = new Uint8Array(readFileSync(join(fixtures, 'fixtures/basic.safetensors')))
  // The last value of the file is none.
  new DataView(bytes.buffer).setUint32(bytes.length - 4, 0x7fc00000, true)
  writeFileSync(broken, bytes)
  expect(await add(broken)).toBe(1)
  expect(error.mock.calls.flat().join()).toContain('are NaN or infinite')
  expect(await add(join(folder, 'nothing.pth'))).toBe(1)
  expect(existsSync(join(folder, 'added.json'))).toBe(false)
})

it('a network is taken out again by its name or its file, and what is not there is told', async () => {
  expect(await add(join(fixtures, 'fixtures/bottleneck.pth'), '--name', 'Ours')).toBe(0)
  const [{ id }] = lines() as [{ id: string }]
  expect(await add('--remove', 'theirs')).toBe(1)
  expect(error.mock.calls.flat().join()).toContain(`Added are: Ours (bottleneck.pth, ${id}).`)
  expect(await add('--remove', 'Ours')).toBe(0)
  expect(lines()).toEqual([])
  expect(existsSync(join(folder, 'added', id))).toBe(false)
  expect(await add('--remove', 'bottleneck.pth')).toBe(1)
  expect(error.mock.calls.flat().join()).toContain('None was added.')
})
