import type { ReactNode } from 'react'
import { glossary, type GlossaryTerm } from '../../../content/glossary'
import { citationOf, type Cited, type ReferenceName, references, yearOf } from '../../../content/references'
import { Explained } from '../../ui/Explained'
import { useStep } from '../context'
import { CardLink } from './CardLink'
import { Pointing } from './Pointing'

interface RefProps {
  readonly at: string
  readonly children?: ReactNode
}

/** Words that name a node: pointing at them lights the node, and the node lights them. */
export function Ref(props: RefProps) {
  const { step } = useStep()
  // A lab stands in place of the graph, and has no node to light.
  return step.show === undefined ? (
    <Pointing at={props.at}>{props.children ?? props.at}</Pointing>
  ) : (
    <>{props.children ?? props.at}</>
  )
}

/** The words of the lecture, letter by letter, or of a paper; `tools/quotes.ts` compares those of the lecture. */
export function Quote({ from, children }: { readonly from?: string; readonly children?: ReactNode }) {
  // A number alone reads as one: nobody said it in words of their own.
  const isNumber = typeof children === 'string' && /^[\d\s.,×%−–-]+$/.test(children)
  return (
    <Explained words={from ? `the lecture says, slide ${from}` : 'quoted'}>
      <q className="quote" data-number={isNumber || undefined}>
        {children}
      </q>
    </Explained>
  )
}

/** A term with its meaning on a card. A lesson’s first mention of each term becomes one by itself (tools/lessons/terms.ts). */
export function Term({ of, children }: { readonly of: GlossaryTerm; readonly children?: ReactNode }) {
  return (
    <CardLink
      className="term"
      href={`#/course/glossary?term=${encodeURIComponent(of)}`}
      leadsTo="the glossary"
      name={of}
      card={
        <>
          <strong>{of}</strong>
          <p>{glossary[of].means}</p>
        </>
      }
    >
      {children ?? of}
    </CardLink>
  )
}

/** Where a claim is found: a reference card. */
export function Source({ of, at }: { readonly of: ReferenceName; readonly at?: string }) {
  return (
    <CardLink
      className="source"
      href={`#/course/references?paper=${of}`}
      leadsTo="the references"
      name={citationOf(of)}
      card={<Reference of={of} />}
    >
      {citationOf(of)}
      {at && `, ${at}`}
    </CardLink>
  )
}

/** Authors, title, venue, year and arXiv number. Nothing leaves the site, so the number is text, not a link. */
export function Reference({ of }: { readonly of: ReferenceName }) {
  const { authors, title, venue, arxiv }: Cited = references[of]
  const year = yearOf(of)
  return (
    <p className="reference">
      {year ? `${authors} (${year}).` : `${authors}.`} <cite>{title}</cite>. {venue}.
      {arxiv && ` arXiv:${arxiv}`}
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
