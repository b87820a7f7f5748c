import { readdirSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'
import { partOf } from './op-details.mjs'

const code = readFileSync('src/nn/ops/lenet.ts', 'utf8')
const program = parseAst(code, { lang: 'ts' })

it('what a page begins with of an op has its shape and its cost, but no kernel and no explanation', () => {
  const first = partOf(code, program, false)
  expect(first).toMatch(/\bshape: \(/)
  expect(first).toMatch(/\bmacs: \(/)
  expect(first).not.toMatch(/\b(run|unit|explain|examples|pack|letters): /)
})

it('what comes later has the rest, and both can be read', () => {
  const details = partOf(code, program, true)
  expect(details).toMatch(/\bunit: \(/)
  expect(details).toMatch(/\bexplain:/)
  expect(details).not.toMatch(/\b(shape|macs|run|examples): [[(]/)
  for (const part of [details, partOf(code, program, false)])
    expect(() => parseAst(part, { lang: 'ts' })).not.toThrow()
})

it('what comes later is read only by those who see to it that it is there', () => {
  const own = /^src\/nn\/(ops\/|explained\.ts|arithmetic\.ts|letters\.ts)|\.(test|fixture)\./
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !own.test(name))
  const reads =
    /\bopOf\([^()]*(\([^()]*\))?[^()]*\)\??\.(rule|formula|explain|unit|letters)\b|\bop\.(rule|formula|explain|letters)\b/
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((name) => reads.test(readFileSync(name, 'utf8')))).toEqual([])
})
