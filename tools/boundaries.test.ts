import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundaries, folders } from './boundaries.mjs'

// The rules follow imports on the disk, so they get a small src of their own: one module per folder.
let root: string
let eslint: ESLint
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'layerwise-boundaries-')))
  for (const folder of [...Object.keys(folders), 'app']) {
    mkdirSync(join(root, 'src', folder), { recursive: true })
    writeFileSync(join(root, 'src', folder, 'thing.ts'), 'export const thing = 1\n')
  }
  eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
      ...boundaries(root),
    ],
  })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What the rules say about this source, if it stood in that file. */
async function complaints(file: string, source: string) {
  const [{ messages }] = await eslint.lintText(`${source}\n`, { filePath: join(root, file) })
  return messages.map(({ message }) => message).join('\n')
}
const importOf = (folder: string) => `import { thing } from '../${folder}/thing'`

describe('the folders of src', () => {
  const names = [...Object.keys(folders), 'app']
  const pairs = Object.keys(folders).flatMap((from) =>
    names.filter((to) => to !== from).map((to) => ({ from, to, allowed: folders[from].may.includes(to) })),
  )

  it.each(pairs)('$from imports $to: $allowed', async ({ from, to, allowed }) => {
    const said = await complaints(`src/${from}/view.ts`, importOf(to))
    if (allowed) expect(said).toBe('')
    else expect(said).toContain(folders[from].why)
  })

  it('let app import everything', async () => {
    for (const to of Object.keys(folders)) expect(await complaints('src/app/view.ts', importOf(to))).toBe('')
  })

  it('see through import() and export from', async () => {
    expect(await complaints('src/nn/a.ts', "export const a = import('../app/thing')")).toContain('nn is pure')
    expect(await complaints('src/nn/a.ts', "export { thing } from '../app/thing'")).toContain('nn is pure')
    expect(await complaints('src/nn/ops/deep.ts', "import { thing } from '../../ui/thing'")).toContain(
      'nn is pure',
    )
  })

  it('test a feature with real networks, and nn without', async () => {
    expect(await complaints('src/diagram/layout.test.ts', importOf('architectures'))).toBe('')
    expect(await complaints('src/diagram/layout.test.ts', importOf('runtime'))).toContain(
      'knows no other feature',
    )
    expect(await complaints('src/nn/build.test.ts', importOf('architectures'))).toContain('nn is pure')
  })

  it('glob their own files only', async () => {
    const glob = (path: string) => `export const all = import.meta.glob('${path}')`
    expect(await complaints('src/diagram/a.ts', glob('../architectures/*.ts'))).toContain(
      'A glob imports too',
    )
    expect(await complaints('src/architectures/index.ts', glob('./*.ts'))).toBe('')
    expect(await complaints('src/lessons/index.ts', glob('../../content/*.mdx'))).toBe('')
  })
})

describe('packages', () => {
  const tf = "import { add } from '@tensorflow/tfjs-core'"
  const d3 = "import { select } from 'd3'"
  const ort = "import { InferenceSession } from 'onnxruntime-web'"

  it('are none of nn, except for their types', async () => {
    for (const source of [tf, d3, "import { useState } from 'react'"])
      expect(await complaints('src/nn/a.ts', source)).toContain('nn depends on no package')
    expect(await complaints('src/nn/a.ts', "import type { Tensor } from '@tensorflow/tfjs-core'")).toBe('')
  })

  it('keep TensorFlow.js in the runtime and in browser tests', async () => {
    const sentence = 'TensorFlow.js is loaded by src/runtime alone'
    expect(await complaints('src/lab/a.ts', tf)).toContain(sentence)
    expect(await complaints('src/app/a.ts', "export const t = import('@tensorflow/tfjs')")).toContain(
      sentence,
    )
    expect(await complaints('src/nn/ops/ops.test.ts', tf)).toContain(sentence)
    expect(await complaints('src/nn/ops/ops.browser.test.ts', tf)).toBe('')
    expect(await complaints('src/runtime/a.ts', tf)).toBe('')
  })

  it('keep d3 where things are drawn', async () => {
    expect(await complaints('src/table/a.ts', d3)).toContain('d3 draws in diagram')
    expect(await complaints('src/table/a.ts', "import { zoom } from 'd3-zoom'")).toContain(
      'd3 draws in diagram',
    )
    for (const folder of ['diagram', 'featuremaps', 'lab', 'ui'])
      expect(await complaints(`src/${folder}/a.ts`, d3)).toBe('')
  })

  it('keep onnxruntime-web out of the site', async () => {
    expect(await complaints('src/runtime/a.ts', ort)).toContain('the independent check of our own numbers')
    expect(await complaints('src/export/onnx.test.ts', ort)).toBe('')
  })
})

describe('the manners', () => {
  const compares = ["export const a = node.op === 'conv'", "export const a = 'conv' !== node.op"]

  it.each(compares)('leave the names of ops to src/nn/ops: %s', async (source) => {
    expect(await complaints('src/diagram/a.ts', source)).toContain('Only src/nn/ops knows ops by name')
    expect(await complaints('src/nn/build.ts', source)).toContain('Only src/nn/ops knows ops by name')
    expect(await complaints('src/nn/ops/conv.ts', source)).toBe('')
  })

  it('compare an op that is not named by a text', async () => {
    expect(await complaints('src/diagram/a.ts', 'export const a = node.op === other.op')).toBe('')
    expect(await complaints('src/diagram/a.ts', "switch (node.op) { case 'conv': }")).toContain(
      'knows ops by name',
    )
  })

  it('export by name', async () => {
    expect(await complaints('src/ui/a.ts', 'export default 1')).toContain('Export by name')
    expect(await complaints('src/ui/a.ts', "export * from './thing'")).toContain('Name what a module exports')
    expect(await complaints('src/architectures/vgg.ts', 'export default 1')).toBe('')
  })

  it.each(['it.only', 'it.skip', 'describe.only', 'test.describe.skip', 'test.fixme'])(
    'never %s',
    async (what) => {
      expect(await complaints('src/nn/a.test.ts', `${what}('x', () => {})`)).toContain(
        'Every test runs, always',
      )
    },
  )

  it('asks what a new folder may import', () => {
    mkdirSync(join(root, 'src', 'elsewhere'))
    expect(() => boundaries(root)).toThrow('does not say what src/elsewhere may import')
  })
})
