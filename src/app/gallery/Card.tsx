import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { Preset } from '../../architectures/family'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { ownDepth } from '../../nn/totals'
import { Explained } from '../../ui/Explained'
import { count, short } from '../../ui/format'
import type { GalleryState } from '../route/route'
import { publishedClasses, trainedBadge } from '../trained/badge'
import '../trained/badge.css'
import { follow, Picture } from './Picture'
import { inTurn } from './turns'

interface Props {
  readonly preset: Preset
  readonly states: GalleryState
}

/** Pictures are drawn before they are seen, this far ahead. */
const ahead = '400px'

/** A network with its counts and pictures; built when it comes near what is seen. */
export function Card({ preset, states }: Props) {
  const { id, title, about } = preset
  const badge = trainedBadge(id)
  const published = publishedClasses(id)
  const card = useRef<HTMLElement>(null)
  const [isNear, setNear] = useState(false)
  const [graph, setGraph] = useState<Graph | null>(null)

  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)!.isIntersecting), {
      rootMargin: ahead,
    })
    observer.observe(card.current!)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (isNear && !graph) return inTurn(() => setGraph(build(resolve(id).architecture)))
  }, [isNear, graph, id])

  const opens = {
    href: `#/n/${id}`,
    onClick: (event: MouseEvent) => follow(event, id, false),
  }
  return (
    <article ref={card} className="gallery-card" aria-labelledby={`gallery-${id}`} data-network={id}>
      <h3 id={`gallery-${id}`}>
        <a {...opens}>{title}</a>
      </h3>
      <p className="gallery-counts">
        {badge && (
          <a {...opens} className="trained-badge" aria-label={`${title}, ${badge}`}>
            {badge}
          </a>
        )}
        {graph ? (
          <>
            <span>{ownDepth(graph)} deep</span>
            <Explained words={`${count(graph.totals.trainable)} parameters`}>
              {short(graph.totals.trainable)} params{published && ` with ${count(published)} classes`}
            </Explained>
            <Explained words={`${count(graph.totals.macs)} MACs`}>{short(graph.totals.macs)} MACs</Explained>
          </>
        ) : (
          // Keeps the line.
          <span aria-hidden>…</span>
        )}
      </p>
      {about && <p className="small-text soft">{about}</p>}
      <div className="gallery-pictures">
        {(['closed', 'open'] as const)
          .filter((state) => states === 'both' || states === state)
          .map((state) => (
            <Picture
              key={state}
              network={id}
              title={title}
              open={state === 'open'}
              graph={isNear ? graph : null}
            />
          ))}
      </div>
    </article>
  )
}
