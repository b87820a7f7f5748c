import { formsOf, glossary, type GlossaryTerm } from '../../content/glossary.ts'

/** What this plugin reads and writes of a tree of MDX. */
interface Node {
  readonly type: string
  readonly name?: string | null
  readonly value?: unknown
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[]
  children?: Node[]
}

/** What is not the lesson's own prose, or is a link or a button already. */
const closed = new Set(['Term', 'Ref', 'Quote', 'Source', 'Notes', 'Brief'])
const closedTypes = new Set(['heading', 'link', 'inlineCode', 'code'])

const termOf = new Map(
  (Object.keys(glossary) as GlossaryTerm[]).flatMap((term) =>
    formsOf(term).map((form): [string, GlossaryTerm] => [form.toLowerCase(), term]),
  ),
)

/** Whole words, the longest form first; a line may end within a term. */
const spoken = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...termOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replaceAll(' ', '\\s+'))
    .join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
)

/** A remark plugin: in each lesson the first mention of every term of the glossary becomes a `<Term>`. */
export function markTerms() {
  return (tree: unknown): void => {
    const known = new Set<string>()
    for (const step of (tree as Node).children ?? []) if (step.name === 'Step') markWithin(step, known)
  }
}

function markWithin(parent: Node, known: Set<string>): void {
  if (!parent.children) return
  parent.children = parent.children.flatMap((child, i, all) => {
    // What begins a text may be the end of a word that an element before it began.
    if (child.type === 'text') return marked(String(child.value), known, i > 0 && all[i - 1].type !== 'text')
    const explicit = child.name === 'Term' && child.attributes?.find(({ name }) => name === 'of')?.value
    if (typeof explicit === 'string') known.add(explicit)
    if (!closed.has(child.name ?? '') && !closedTypes.has(child.type)) markWithin(child, known)
    return [child]
  })
}

/** A text, cut where a term stands that the lesson has not said before. */
function marked(text: string, known: Set<string>, isGlued: boolean): Node[] {
  const parts: Node[] = []
  let done = 0
  for (const match of text.matchAll(spoken)) {
    const term = termOf.get(match[0].toLowerCase().replaceAll(/\s+/g, ' '))!
    if (known.has(term) || (isGlued && match.index === 0)) continue
    known.add(term)
    parts.push({ type: 'text', value: text.slice(done, match.index) }, asTerm(term, match[0]))
    done = match.index + match[0].length
  }
  return [...parts, { type: 'text', value: text.slice(done) }]
}

function asTerm(term: GlossaryTerm, words: string): Node {
  return {
    type: 'mdxJsxTextElement',
    name: 'Term',
    attributes: [{ type: 'mdxJsxAttribute', name: 'of', value: term } as never],
    children: [{ type: 'text', value: words }],
  }
}
