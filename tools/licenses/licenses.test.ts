import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../packages.mjs'
import { billOf } from './bill'
import { pageOf } from './page'
import { folderOf, noteShipped, type Package, readPackage, shipped } from './shipped'
import { textOf } from './texts'

/** A script with a package that is used, one that is not, a style sheet and a font. */
const script = `
import { wrap } from 'comlink'
import { select } from 'd3-selection'
import 'katex/dist/katex.min.css'
import font from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
export const used = [wrap(self), font]
`

let out = ''
let packages: readonly Package[] = []
let page = ''

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'layerwise-licenses-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      noteShipped(),
      {
        name: 'script',
        resolveId: (id) => (id === 'script' ? '\0script' : undefined),
        load: (id) => (id === '\0script' ? script : undefined),
      },
    ],
    build: {
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: { input: 'script', preserveEntrySignatures: 'strict' },
    },
  })
  packages = shipped()
  page = await pageOf(packages, 'bill.json')
})
afterAll(() => rmSync(out, { recursive: true }))

test('what is in a bundle is noted: code that is used, style sheets, fonts, and nothing else', () => {
  expect(packages.map(({ name }) => name)).toEqual(['@fontsource-variable/inter', 'comlink', 'katex'])
  for (const { version, license } of packages) {
    expect(version).toMatch(/^\d+\.\d+/)
    expect(license).not.toBe('')
  }
})

test('a module belongs to the innermost package that it lies in', () => {
  const inner = (id: string) => folderOf(id)?.slice(root.length)
  expect(inner(join(root, 'node_modules/@tensorflow/tfjs-core/dist/index.js?worker'))).toBe(
    '/node_modules/@tensorflow/tfjs-core',
  )
  expect(inner('node_modules/react/index.js')).toBe('/node_modules/react')
  expect(inner(join(root, 'src/app/main.tsx'))).toBeUndefined()
  expect(inner('\0rolldown/runtime.js')).toBeUndefined()
})

test('the page lists every package with its license, word for word', () => {
  for (const found of packages) {
    expect(page).toContain(`<td>${found.name}</td><td>${found.version}</td>`)
    const [line] = textOf(found).split('\n')
    expect(page).toContain(line.trim().replaceAll('"', '&quot;'))
  }
  for (const words of ['Stéfan van der Walt', 'Soumith Chintala', 'Krizhevsky', 'SIL OPEN FONT LICENSE'])
    expect(page).toContain(words)
  expect(page).not.toContain('<script')
})

test('a package that comes without a file has the standard text of what it states, or stops the build', () => {
  const tfjs = readPackage(join(root, 'node_modules/@tensorflow/tfjs-core'))
  expect(textOf(tfjs)).toContain('Apache License')
  expect(textOf({ ...tfjs, license: 'MIT', author: 'Ada' })).toContain('Copyright (c) Ada')
  expect(() => textOf({ ...tfjs, license: 'UNKNOWN' })).toThrow('@tensorflow/tfjs-core has no license file')
})

test('the bill of materials has an address and a license for each', () => {
  const bill = billOf('1.2.3', [
    ...packages,
    { name: '@a/b', version: '1.0.0', license: '(MIT AND Zlib)', author: '', folder: '' },
  ])
  expect(bill.metadata.component.version).toBe('1.2.3')
  expect(bill.components.at(-1)).toEqual({
    type: 'library',
    'bom-ref': 'pkg:npm/%40a/b@1.0.0',
    name: '@a/b',
    version: '1.0.0',
    licenses: [{ expression: '(MIT AND Zlib)' }],
    purl: 'pkg:npm/%40a/b@1.0.0',
  })
  expect(bill.components[0].licenses).toEqual([{ license: { id: 'OFL-1.1' } }])
})
