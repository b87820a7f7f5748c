import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, it, onTestFinished } from 'vitest'
import { importNoWorkerEntry } from './worker-entry.mjs'

it('a file that a worker fetches later imports the worker’s first file nowhere', async () => {
  const root = mkdtempSync(join(tmpdir(), 'layerwise-worker-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const files = {
    'page.js': `new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })`,
    'worker.js': `import { shared } from './shared.js'\nonmessage = async () => postMessage([shared, await import('./later.js')])`,
    'later.js': `import { shared } from './shared.js'\nexport const later = () => shared.push(1)`,
    'shared.js': `export const shared = [Math.random()]`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)

  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: join(root, 'page.js') } },
    worker: { format: 'es', plugins: () => [importNoWorkerEntry()] },
  })) as Rolldown.RolldownOutput

  const written = output.map((file) => [file.fileName, String('code' in file ? file.code : file.source)])
  const later = written.find(([name]) => name.includes('later'))!
  expect(written.map(([name]) => name)).toContainEqual(expect.stringContaining('worker'))
  expect(later[1]).toMatch(/import\b.*shared/)
  expect(later[1]).not.toMatch(/\/worker-/)
})
