import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { credits } from './credits'
import { isDrawn, samples } from './samples'

const cifar = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']
const imagenette = [
  'cassette-player',
  'chain-saw',
  'church',
  'french-horn',
  'garbage-truck',
  'gas-pump',
  'golf-ball',
  'parachute',
  'springer',
  'tench',
]
const drawings = samples.filter(isDrawn)
const photographs = samples.filter((sample) => !isDrawn(sample))
const pathOf = (file: string) => fileURLToPath(new URL(`../../../public/${file}`, import.meta.url))

/** What is wrong with the nesting of the tags, or the name of the root element if nothing is. */
function checkTags(xml: string): string {
  const open: string[] = []
  const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g
  const rest = xml.replace(tag, (_, closing: string, name: string, attributes: string, empty: string) => {
    const names = [...attributes.matchAll(/\s([\w:.-]+)=/g)].map((match) => match[1])
    if (new Set(names).size < names.length) open.push(`attribute twice in ${name}`)
    if (closing) {
      if (open.at(-1) === name && open.length > 1) open.pop()
      else if (open.length !== 1 || open[0] !== name) open.push(`unexpected end of ${name}`)
    } else if (!empty) open.push(name)
    return ''
  })
  if (/[<>]/.test(rest)) return 'malformed tag'
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(xml)) return 'malformed entity'
  return open.join(' > ')
}

describe('the check of the tags', () => {
  it('tells well-formed from malformed', () => {
    expect(checkTags('<svg a="1"><g><path d="M0 0"/></g></svg>')).toBe('svg')
    for (const bad of [
      '<svg><g></svg>',
      '<svg></g></svg>',
      '<svg a=1></svg>',
      '<svg><g</svg>',
      '<svg a="1" a="2"/>',
    ])
      expect(checkTags(bad)).not.toBe('svg')
  })
})

describe('samples', () => {
  it('has at least two drawings of every class, and no other labels', () => {
    const classes = [...cifar, ...imagenette]
    for (const label of classes)
      expect(drawings.filter((s) => s.label === label).length, label).toBeGreaterThan(1)
    expect(drawings.filter((s) => !classes.includes(s.label))).toEqual([])
  })

  it('has unique ids and files, and a title for each', () => {
    expect(new Set(samples.map((s) => s.id)).size).toBe(samples.length)
    expect(new Set(samples.map((s) => s.file)).size).toBe(samples.length)
    for (const s of samples) expect(s.title).not.toBe('')
  })

  describe.each(drawings)('$id', ({ file }) => {
    const path = pathOf(file)

    it('exists and is below 40 KB', () => {
      expect(existsSync(path)).toBe(true)
      expect(statSync(path).size).toBeLessThan(40_000)
    })

    it('is a square, well-formed SVG', () => {
      const xml = readFileSync(path, 'utf8')
      expect(checkTags(xml)).toBe('svg')
      const root = /^<svg [^>]*>/.exec(xml)?.[0] ?? ''
      expect(root).toContain('viewBox="0 0 600 600"')
      expect(root).toContain('width="600"')
      expect(root).toContain('height="600"')
    })

    it('refers to nothing outside itself', () => {
      const xml = readFileSync(path, 'utf8')
      const ids = new Set([...xml.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
      const links = [...xml.matchAll(/(?:href="|url\()([^")]*)/g)].map((match) => match[1] ?? '')
      expect(links.filter((link) => !link.startsWith('#') || !ids.has(link.slice(1)))).toEqual([])
      expect(xml.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|data:|\/\//)
      expect(xml).not.toMatch(/<(?:image|script|style|text|foreignObject)\b|\son\w+=/)
    })
  })

  it('lists every photograph with its author and license in the project, and no other', () => {
    const told = readFileSync(pathOf('images/CREDITS.md'), 'utf8')
    const rows = [...told.matchAll(/^\| `(\S+\.jpg)` \| (.+?) +\| (.+?) +\|/gm)].map((row) =>
      row.slice(1).map((cell) => cell.trim()),
    )
    expect(rows.map(([file]) => file)).toEqual(photographs.map(({ file }) => file.replace('images/', '')))
    expect(Object.keys(credits)).toEqual(photographs.map(({ id }) => id))
    for (const [at, { id, file }] of photographs.entries()) {
      expect(rows[at].slice(1)).toEqual([credits[id].by, credits[id].license])
      expect(statSync(pathOf(file)).size).toBeLessThan(60_000)
    }
  })
})
