import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesOf, shellOf } from './offline.mjs'

it('lists what a reader may need with its hash, and takes as the shell what the page itself names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-'))
  try {
    mkdirSync(join(folder, 'assets'))
    mkdirSync(join(folder, 'models/small'), { recursive: true })
    for (const path of ['index.html', 'assets/a-1.js', 'assets/b-2.js', 'models/small/weights.bin', 'sw.js'])
      writeFileSync(join(folder, path), path)
    const files = filesOf(folder)
    expect(files.map(({ path }) => path)).toEqual(['assets/a-1.js', 'assets/b-2.js', 'index.html'])
    expect(files[2]).toMatchObject({ bytes: 10 })
    expect(files[2].sha256).toMatch(/^[0-9a-f]{64}$/)
    const shell = shellOf('<script src="./assets/a-1.js"></script><a href="#/course">', files)
    expect(shell.map(({ url, revision }) => [url, revision === null])).toEqual([
      ['assets/a-1.js', true],
      ['index.html', false],
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
