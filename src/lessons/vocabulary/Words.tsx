import { HoverCard } from 'radix-ui'
import { type ReactNode, useContext } from 'react'
import { glossary, type GlossaryTerm } from '../../../content/glossary'
import { type ReferenceName, references } from '../../../content/references'
import { FigureContext } from '../context'

/** Words that name a node: pointing at them lights the node, and the node lights them. */
export function Ref({ at, children }: { readonly at: string; readonly children?: ReactNode }) {
  const { hovered, hover, show } = useContext(FigureContext)
  const isLit =
    hovered !== null && (hovered === at || at.startsWith(`${hovered}/`) || hovered.startsWith(`${at}/`))
  return (
    <button
      type="button"
      className="ref"
      data-lit={isLit || undefined}
      onPointerEnter={() => hover(at)}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover(at)}
      onBlur={() => hover(null)}
      onClick={() => show(at)}
    >
      {children ?? at}
    </button>
  )
}

/** The lecture's own words, marked as such. */
export function Quote({ from, children }: { readonly from?: string; readonly children?: ReactNode }) {
  return (
    <q className="quote" title={from ? `the lecture says, slide ${from}` : 'quoted'}>
      {children}
    </q>
  )
}

/** A term with its meaning on a card. A lesson’s first mention of each term becomes one by itself (tools/lessons/terms.ts). */
export function Term({ of, children }: { readonly of: GlossaryTerm; readonly children?: ReactNode }) {
  return (
    <HoverCard.Root openDelay={150} closeDelay={80}>
      <HoverCard.Trigger asChild>
        <a className="term" href={`#/course/glossary?term=${encodeURIComponent(of)}`}>
          {children ?? of}
        </a>
      </HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content className="hover-card" sideOffset={4} collisionPadding={8}>
          <strong>{of}</strong>
          <p>{glossary[of].means}</p>
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  )
}

/** Where a claim is found: a reference card. */
export function Source({ of, at }: { readonly of: ReferenceName; readonly at?: string }) {
  const paper = references[of]
  const lead = paper.authors.split(',')[0].replace(' et al.', '')
  return (
    <HoverCard.Root openDelay={150} closeDelay={80}>
      <HoverCard.Trigger asChild>
        <a className="source" href={`#/course/references?paper=${of}`}>
          {lead} {paper.year}
          {at && `, ${at}`}
        </a>
      </HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content className="hover-card" sideOffset={4} collisionPadding={8}>
          <Reference of={of} />
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  )
}

/** Authors, title, venue, year and arXiv number. Nothing leaves the site, so the number is text, not a link. */
export function Reference({ of }: { readonly of: ReferenceName }) {
  const paper = references[of]
  return (
    <p className="reference">
      {paper.authors}. <cite>{paper.title}</cite>. {paper.venue}, {paper.year}.
      {'arxiv' in paper && ` arXiv:${paper.arxiv}`}
    </p>
  )
}

/** A theory that is disputed: both sides stand in it. */
export function Disputed({ children }: { readonly children?: ReactNode }) {
  return (
    <aside className="disputed">
      <p className="disputed-mark">Disputed</p>
      {children}
    </aside>
  )
}
