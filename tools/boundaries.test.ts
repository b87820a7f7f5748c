import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { boundaries, folders } from './boundaries.mjs'

const root = join(import.meta.dirname, '..')
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
    ...boundaries(root),
  ],
})

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

  it('see through types, workers and globs', async () => {
    const sources = [
      "export type Thing = import('../architectures/vgg').Thing",
      "export const worker = new Worker(new URL('../architectures/worker.ts', import.meta.url))",
      "export const all = import.meta.glob(['./*.ts', '../architectures/*.ts'])",
      'export const one = (name: string) => import(`../architectures/${name}.ts`)',
    ]
    for (const source of sources)
      expect(await complaints('src/diagram/a.ts', source)).toContain('knows no other feature')
  })

  it('leave alone what is their own, and what lies beside src', async () => {
    const glob = (path: string) => `export const all = import.meta.glob('${path}')`
    expect(await complaints('src/architectures/index.ts', glob('./*.ts'))).toBe('')
    expect(await complaints('src/lessons/index.ts', glob('../../content/*.mdx'))).toBe('')
    expect(await complaints('src/nn/ops/conv.ts', "import { op } from '../op'")).toBe('')
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

  it.each(['Plot.tip([], {})', 'Plot.pointerX({})', 'Plot.barY([], { tip: true })'])(
    'lets no chart say a value to a pointer alone: %s',
    async (what) =>
      expect(await complaints('src/lab/a/b/chart.ts', `export const a = ${what}`)).toContain(
        'src/ui/told.ts',
      ),
  )

  it('asks what a new folder may import', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'layerwise-boundaries-'))
    mkdirSync(join(elsewhere, 'src', 'novelty'), { recursive: true })
    expect(() => boundaries(elsewhere)).toThrow('does not say what src/novelty may import')
    rmSync(elsewhere, { recursive: true })
  })
})
