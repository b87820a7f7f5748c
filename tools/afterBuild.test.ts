import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { afterBuild } from './afterBuild.mjs'

/** Builds one module; the answer is whether what comes after a build was done. */
async function built(text: string): Promise<{ readonly done: boolean; readonly problem: string }> {
  const root = mkdtempSync(join(tmpdir(), 'after-build-'))
  writeFileSync(join(root, 'entry.js'), text)
  let done = false
  const plugin = afterBuild('after', () => {
    done = true
  })
  const rollupOptions = { input: join(root, 'entry.js') }
  let problem = ''
  try {
    await build({ root, configFile: false, logLevel: 'silent', plugins: [plugin], build: { rollupOptions } })
  } catch (error) {
    problem = String(error)
  }
  rmSync(root, { recursive: true })
  return { done, problem }
}

it('is done to a site that was built, and does not hide why another was not', async () => {
  expect(await built('export const one = 1')).toEqual({ done: true, problem: '' })
  const failed = await built("import './missing.js'")
  expect(failed.done).toBe(false)
  expect(failed.problem).toContain('missing.js')
})
