import { readdirSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'
import { withoutReferences } from './references.mjs'

it('what a page begins with of a family has its networks, but not what they are checked against', () => {
  const code = readFileSync('src/architectures/resnet.ts', 'utf8')
  const first = withoutReferences(code, parseAst(code, { lang: 'ts' }))
  expect(first).toMatch(/title: 'ResNet-34'/)
  expect(first).not.toMatch(/\breference: |torchvision weights metadata/)
  // What options mean.
  expect(first).not.toMatch(/\babout: 'Blocks in each stage|A pads with zeros/)
  expect(first).toMatch(/choice\(\s*\['3x3', '1x1'\],\s*'3x3'\s*,?\)/)
  expect(() => parseAst(first, { lang: 'ts' })).not.toThrow()
})

it('only one file reads what options mean, and one the counts', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\./.test(name))
  const meanings = /\boption\.about\b|options\[\w+\]\.about\b/
  const reads = /\.reference\b|\{[^{}]*\breference\b[^{}]*\}: Preset/
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((name) => reads.test(readFileSync(name, 'utf8')))).toEqual([
    'src/app/inspector/references.ts',
  ])
  expect(files.filter((name) => meanings.test(readFileSync(name, 'utf8')))).toEqual([
    'src/app/explorer/optionWords.ts',
  ])
})
