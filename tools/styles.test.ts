import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type AtRule, type Rule } from 'postcss'
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

/** Rules that place every child of something, and weigh as much as the place that a child has of its own. */
function heavy(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => {
      const found: string[] = []
      parse(readFileSync(join(src, file), 'utf8')).walkRules(({ selectors, nodes }) => {
        const places = nodes.some((node) => node.type === 'decl' && node.prop === 'position')
        if (places)
          found.push(...selectors.filter((each) => / > \*$/.test(each)).map((each) => `${file}: ${each}`))
      })
      return found
    })
}

/** A selector that begins at an element of any page, and not at a class, an id, an attribute or a state. */
const anywhere = /^(?:[a-z][a-z0-9]*|\*)(?![\w-]*[.#[:])/

/** Rules for bare elements outside the theme: they change a page that has been drawn when a chunk with its style comes. */
function late(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && file.replaceAll('\\', '/') !== 'ui/theme.css')
    .flatMap((file) => {
      const found: string[] = []
      parse(readFileSync(join(src, file), 'utf8')).walkRules(({ selectors, parent }) => {
        // Within another rule an element belongs to what that rule names.
        if (parent?.type === 'rule') return
        if (parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)) return
        found.push(...selectors.filter((each) => anywhere.test(each)).map((each) => `${file}: ${each}`))
      })
      return found
    })
}

describe('the style sheets', () => {
  const all = owners()

  it('place all children of something by a rule that any rule of a child’s own outweighs, whichever file comes first', () =>
    expect(heavy()).toEqual([]))

  it('say in the theme alone how a bare element looks, so that no late sheet changes a page', () =>
    expect(late()).toEqual([]))

  it('are read', () => expect(all.size).toBeGreaterThan(200))

  it('keep the colours that tell something where the system forces its own', () =>
    expect(forsaken()).toEqual([]))

  it('ask for shares of a window by --vh and --vw in labs and what stands in them, since paper has none', () => {
    // Dialogs and tips, which no paper has.
    const elsewhere = ['ui/theme.css', 'ui/controls.css', 'ui/tip.css']
    const asking = ['lab', 'recorded', 'exercises', 'lessons', 'ui'].flatMap((folder) =>
      readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .filter(
          (file) =>
            file.endsWith('.css') &&
            !elsewhere.includes(file) &&
            /\d[ds]?v[hw]\b/.test(readFileSync(join(src, file), 'utf8').replace(/^@media.*$/gm, '')),
        ),
    )
    expect(asking).toEqual([])
  })

  it('give each class to one file, so that two things of one name never share a look by accident', () => {
    expect([...all].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual(
      [],
    )
  })
})
