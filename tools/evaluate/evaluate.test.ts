import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { root } from '../packages.mjs'
import { confusionOf, confusionTable, rightOf } from './confusion'
import { main } from './evaluate'
import { limited, withImages } from './images'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-test-'))
  for (const name of ['cat-1', 'cat-2', 'ship-1']) {
    const label = name.replace(/-\d+$/, '')
    mkdirSync(join(folder, label), { recursive: true })
    cpSync(join(root, 'public', 'images', `${name}.svg`), join(folder, label, `${name}.svg`))
  }
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

const labelled = (data: string, classes = ['cat', 'ship']) =>
  withImages(data, classes, (images) =>
    Promise.resolve(images.map(({ path, label }) => `${label} ${basename(path)}`)),
  )

describe('the images', () => {
  const all = ['cat cat-1.svg', 'cat cat-2.svg', 'ship ship-1.svg']

  it('of a folder are labelled by the folders that they lie in', async () =>
    expect(await labelled(folder)).toEqual(all))

  it('of an archive are the same, and nothing of them stays behind', async () => {
    const archive = join(folder, 'images.tar.xz')
    execFileSync('tar', ['-cJf', archive, '-C', folder, 'cat', 'ship'])
    expect(await labelled(archive)).toEqual(all)
  })

  it('are taken from every class alike where there is a limit', () => {
    const images = ['cat', 'cat', 'cat', 'ship'].map((label, i) => ({ label, path: String(i) }))
    expect(limited(images, 2).map(({ label }) => label)).toEqual(['cat', 'ship'])
    expect(limited(images, 3).map(({ path }) => path)).toEqual(['0', '3', '1'])
    expect(limited(images, 9)).toHaveLength(4)
  })

  it('are refused with a sentence where they cannot be used', async () => {
    writeFileSync(join(folder, 'broken.tar.xz'), 'no archive')
    writeFileSync(join(folder, 'notes.txt'), 'no archive')
    mkdirSync(join(folder, 'empty'))
    await expect(labelled(join(folder, 'none'))).rejects.toThrow(/^There is no /)
    await expect(labelled(join(folder, 'broken.tar.xz'))).rejects.toThrow(/cannot be unpacked/)
    await expect(labelled(join(folder, 'notes.txt'))).rejects.toThrow(/neither a folder nor a tar archive/)
    await expect(labelled(join(folder, 'empty'))).rejects.toThrow(/has no folder with images/)
    await expect(labelled(folder, ['ship'])).rejects.toThrow('cat/cat-1.svg lies in no folder of a class')
  })
})

describe('the confusion matrix', () => {
  const confusion = confusionOf(
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 1],
    ],
    2,
  )

  it('has a row for each truth and a column for each answer', () =>
    expect(confusion).toEqual([
      [1, 1],
      [0, 2],
    ]))

  it('has the right answers on its diagonal', () => expect(rightOf(confusion)).toBe(3))

  it('is a table with the classes at its sides', () =>
    expect(confusionTable(confusion, ['cat', 'airplane']).split('\n')).toEqual([
      '           cat airpl',
      'cat          1     1',
      'airplane     0     2',
    ]))
})

describe('npm run evaluate', () => {
  const printed = () => ({
    out: vi.spyOn(console, 'log').mockImplementation(() => {}),
    error: vi.spyOn(console, 'error').mockImplementation(() => {}),
  })

  it.each([
    [[], /^Usage: /],
    [['--model', 'no-such-model', '--data', '.'], /^There is no model "no-such-model"|^No model ships/],
    [
      ['--model', 'a', '--data', '.', '--backend', 'gpu'],
      /no backend "gpu"; it can be webgpu, webgl, wasm, cpu/,
    ],
    [['--model', 'a', '--data', '.', '--limit', '0'], /"limit" takes a whole number from 1, not 0/],
    [['--model', 'a', '--data', '.', '--colour', 'red'], /does not know "colour"/],
  ])('answers %j with a sentence', async (args, sentence) => {
    const { error } = printed()
    expect(await main(args)).toBe(1)
    expect(String(error.mock.calls[0][0])).toMatch(sentence)
  })

  it('says that no image can be read instead of a share of none', async () => {
    for (const [label, name] of [
      ['cat', 'cat-1.svg'],
      ['cat', 'cat-2.svg'],
      ['ship', 'ship-1.svg'],
    ])
      writeFileSync(join(folder, label, name), 'no image')
    const { out, error } = printed()
    expect(await main(['--model', 'cifar-resnet20', '--data', folder])).toBe(1)
    expect(String(error.mock.calls[0][0])).toMatch(
      /^None of the 3 images can be read\.\n.*cat-1\.svg is broken/,
    )
    // Where a browser has to be found first, that is said; no share is.
    expect(out.mock.calls.flat().join(' ')).not.toMatch(/right|NaN|%/)
  }, 120_000)

  it('judges drawings with the runtime of the page, and leaves out a broken file by name', async () => {
    writeFileSync(join(folder, 'ship', 'ship-9.jpg'), 'no image')
    const { out } = printed()
    expect(await main(['--model', 'cifar-resnet20', '--data', folder, '--json'])).toBe(0)
    const told = JSON.parse(String(out.mock.calls[0][0])) as Record<string, unknown>
    expect(told).toMatchObject({ model: 'cifar-resnet20', backend: 'wasm', images: 3 })
    expect(told.broken).toEqual([expect.stringContaining('ship-9.jpg cannot be read')])
    expect((told.confusion as number[][]).flat().reduce((sum, count) => sum + count, 0)).toBe(3)
  }, 120_000)
})
