import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { formsOf, glossary, type GlossaryTerm } from '../../content/glossary'
import { markTerms } from './terms'

/** `said → term` for every term that was marked, in the order of the text. */
function marks(lesson: string): readonly string[] {
  const tree = unified().use(remarkParse).use(remarkMdx).use(remarkMath).parse(lesson)
  markTerms()(tree)
  const found: string[] = []
  visit(
    tree as never,
    (node: { name?: string; attributes?: { value: string }[]; children?: { value?: string }[] }) => {
      if (node.name === 'Term') found.push(`${node.children![0].value} → ${node.attributes![0].value}`)
    },
  )
  return found
}

const step = (prose: string) => `<Step id="a" title="A">\n\n${prose}\n\n</Step>`

describe('terms of the glossary in the prose of a lesson', () => {
  it('are marked where they are first said, plurals and other forms too', () =>
    expect(marks(step('Two strides. A stride again, and concatenated.'))).toEqual([
      'strides → stride',
      'concatenated → concat',
    ]))

  it('are marked once in a lesson, not once a slide', () =>
    expect(marks(`${step('A stride.')}\n\n${step('A stride.')}`)).toEqual(['stride → stride']))

  it('the longest one wins', () =>
    expect(marks(step('internal covariate shift, then covariate shift'))).toEqual([
      'internal covariate shift → internal covariate shift',
      'covariate shift → covariate shift',
    ]))

  it('may be broken by the end of a line', () =>
    expect(marks(step('the growth\nrate'))).toEqual(['growth\nrate → growth rate']))

  it('are whole words', () => expect(marks(step('strident backpooling, a ReLU-like thing'))).toEqual([]))

  it('are whole words where a number ends in a letter of them, too', () =>
    expect(marks(step('<Count of="macs" as="short" />MACs of a layer, and MACs again'))).toEqual([
      'MACs → MAC',
    ]))

  it.each([
    '<Quote>stride</Quote>',
    '<Ref at="conv1">stride</Ref>',
    '<Notes>\n\nAsk about the stride.\n\n</Notes>',
    '<Brief>\n\nThe stride.\n\n</Brief>',
    '## Stride',
    '`stride`',
    '[stride](#/)',
  ])('are left alone in %s', (prose) => expect(marks(step(prose))).toEqual([]))

  it('an author may mark one by hand, and then no other mention is', () =>
    expect(marks(step('<Term of="stride">steps</Term>, a stride'))).toEqual(['steps → stride']))
})

const content = resolve(import.meta.dirname, '../../content')
const lessons = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .sort()

it('every term of the glossary is said in the course, in its prose or in a question', () => {
  const course = lessons.map((name) => readFileSync(resolve(content, name), 'utf8').toLowerCase()).join()
  const unsaid = (Object.keys(glossary) as GlossaryTerm[]).filter(
    (term) => !formsOf(term).some((form) => course.includes(form.toLowerCase())),
  )
  expect(unsaid).toEqual([])
})

it.each(lessons)('%s explains words that it uses', (name) =>
  expect(marks(readFileSync(resolve(content, name), 'utf8'))).not.toEqual([]),
)
