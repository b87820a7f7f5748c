import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scripts } from '../package.json'
import { root } from './packages.mjs'

let dir: string
beforeAll(() => (dir = mkdtempSync(join(tmpdir(), 'layerwise-run-'))))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function run(source: string, ...args: string[]) {
  const script = join(dir, 'script.ts')
  writeFileSync(script, source)
  const env = { ...process.env, DEBUG: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', script, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env,
  })
  return { status, stdout, stderr }
}

it('hands a TypeScript tool its arguments and returns its exit code', () => {
  writeFileSync(join(dir, 'twice.ts'), 'export const twice = (n: number): number => 2 * n')
  const source = `
    import { twice } from './twice'
    const beside = import.meta.glob('./tw*.ts')
    export async function main(args: string[]) {
      const { twice: late } = (await beside['./twice.ts']()) as { twice: typeof twice }
      console.log(args.join('+'), process.argv.slice(2).join('+'), twice(2), late(3))
      return 3
    }`
  expect(run(source, 'a', '--b')).toEqual({ status: 3, stdout: 'a+--b a+--b 4 6\n', stderr: '' })
})

it('prints how a tool is called, and runs nothing, where one asks for help', () => {
  const source = `
    export const usage = 'Usage: npm run twice -- <n>'
    export function main() { throw new Error('It ran.') }`
  for (const word of ['--help', '-h'])
    expect(run(source, '3', word)).toEqual({ status: 0, stdout: 'Usage: npm run twice -- <n>\n', stderr: '' })
})

const ours = Object.entries(scripts).filter(([, command]) => command.startsWith('node tools/run.mjs '))

it.each(ours)('tells how it is called: npm run %s', async (name, command) => {
  const { usage } = (await import(join(root, command.split(' ').at(-1)!))) as { usage?: string }
  expect(usage).toMatch(new RegExp(`^Usage: npm run (-s )?${name}\\b`))
})

it.each(['start', 'test'] as const)('tells how it is called: npm %s', (name) => {
  const { status, stdout } = spawnSync(process.execPath, [...scripts[name].split(' ').slice(1), '--help'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([status, stdout]).toEqual([0, expect.stringMatching(`^Usage: npm ${name}`)])
})

it('writes long output into a pipe to its end', () => {
  const { status, stdout } = run(
    `export async function main() { process.stdout.write('x'.repeat(20_000_000)) }`,
  )
  expect([status, stdout.length]).toEqual([0, 20_000_000])
})

it('says in one sentence what went wrong', () => {
  const { status, stderr } = run(
    `export async function main() { throw new Error('There is no network "vgg".') }`,
  )
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'There is no network "vgg".\n' })
  expect(run('export const nothing = 1').stderr).toContain('does not export a function named main')
})
