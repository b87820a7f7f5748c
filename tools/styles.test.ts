import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type Rule } from 'postcss'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')

/** A class on its own, in whatever state: what is said here holds wherever the class stands. */
const alone = /^\.([\w-]+)(?::[^\s>+~.]+)?$/

/** The files that say how a class looks everywhere, by class. */
function owners(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.css')) continue
    for (const node of parse(readFileSync(join(src, file), 'utf8')).nodes) {
      if (node.type !== 'rule') continue
      for (const selector of (node as Rule).selectors) {
        const name = alone.exec(selector)?.[1]
        if (name) found.set(name, (found.get(name) ?? new Set()).add(file))
      }
    }
  }
  return found
}

describe('the style sheets', () => {
  const all = owners()

  it('are read', () => expect(all.size).toBeGreaterThan(200))

  it('give each class to one file, so that two things of one name never share a look by accident', () => {
    expect([...all].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual(
      [],
    )
  })
})
