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

/** Colours that tell something: a path, a family, the colour that a mark was given. Those of surfaces and controls are the system's to replace. */
const telling = /var\(--(?:path|family|plain|residual|dense)|currentcolor/

/** Rules that paint with such a colour, but leave it to contrast themes, which take away every background and the colours of texts in drawings. */
function forsaken(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => {
      const found: string[] = []
      parse(readFileSync(join(src, file), 'utf8')).walkRules(({ selector, nodes }) => {
        const has = (prop: RegExp, value: RegExp) =>
          nodes.some((node) => node.type === 'decl' && prop.test(node.prop) && value.test(node.value))
        const paints = has(/^background/, telling) || has(/^fill$/, /var\(--on-path\)/)
        if (paints && !has(/^forced-color-adjust$/, /^none$/)) found.push(`${file}: ${selector}`)
      })
      return found
    })
}

describe('the style sheets', () => {
  const all = owners()

  it('are read', () => expect(all.size).toBeGreaterThan(200))

  it('keep the colours that tell something where the system forces its own', () =>
    expect(forsaken()).toEqual([]))

  it('ask for shares of a window by --vh and --vw in labs, since paper has none', () => {
    const folder = join(src, 'lab')
    const asking = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.css') &&
        /\d[ds]?v[hw]\b/.test(readFileSync(join(folder, file), 'utf8').replace(/^@media.*$/gm, '')),
    )
    expect(asking).toEqual([])
  })

  it('give each class to one file, so that two things of one name never share a look by accident', () => {
    expect([...all].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual(
      [],
    )
  })
})
