import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../src')

it('no axis of a chart says “error” or “loss” alone: on which images is said there, too', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  )
  expect(files.length).toBeGreaterThan(500)
  const bare = files.filter((file) =>
    /\b[xy]: \{\s*label: '(error|errors|loss|losses|accuracy)'|title="(error|loss) by/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  )
  expect(bare).toEqual([])
})
