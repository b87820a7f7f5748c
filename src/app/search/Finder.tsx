import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Graph } from '../../nn/graph'
import { isIncomplete } from '../../nn/quantities'
import { formatShape } from '../../nn/shape'
import { atLeast, count, short } from '../../ui/format'
import { useStore } from '../state/store'
import { createSearch, type Findings, type NetworkEntry, type PartEntry } from './entries'
import { closeFinder, finderField, useFinder } from './finder'
import './search.css'
import { Breakable } from '../../ui/Breakable'

/** Options that are drawn; the others are counted, and lit in the graph. */
const mostShown = 60

export interface FinderProps {
  readonly graph: Graph
  /** The network beside, where two are compared, and how its parts are shown. */
  readonly beside?: {
    readonly graph: Graph
    readonly show: (id: string) => void
    /** What the two are called. */
    readonly names: readonly [string, string]
  }
}

/** What the arrow keys walk through, as it stands in the list. */
type Hit =
  | { readonly kind: 'part'; readonly key: string; readonly entry: PartEntry; readonly beside: boolean }
  | { readonly kind: 'network'; readonly key: string; readonly entry: NetworkEntry }

/** A search over the shown networks, which lights what it finds, and over all networks. */
export function Finder({ graph, beside }: FinderProps) {
  const query = useFinder((state) => state.query)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const search = useMemo(() => createSearch(graph), [graph])
  const findings = useMemo(() => search(query), [search, query])
  const { graph: other, names } = beside ?? {}
  const searchBeside = useMemo(() => other && createSearch(other), [other])
  const foundBeside = useMemo(() => searchBeside?.(query), [searchBeside, query])
  const shelves = useMemo(
    () =>
      foundBeside && other
        ? [
            ...shelvesOf({ ...findings, networks: [] }, mostShown / 2, names?.[0]),
            ...shelvesOf({ ...foundBeside, networks: [] }, mostShown / 2, names?.[1], true),
            ...shelvesOf({ ...findings, stages: [] }, 0),
          ]
        : shelvesOf(findings, mostShown),
    [findings, foundBeside, names, other],
  )
  const hits = useMemo(() => shelves.flatMap((shelf) => shelf.hits), [shelves])
  const at = Math.min(active, hits.length - 1)
  const current = hits[at] as Hit | undefined

  // What is typed ahead belongs to the field as soon as it is there (`typeAhead`).
  useLayoutEffect(() => field.current?.focus(), [])

  useEffect(() => {
    const found = findings.count + (foundBeside?.count ?? 0) > 0
    useFinder.setState({
      lit: found ? findings.lit : null,
      litBeside: found && foundBeside ? foundBeside.lit : null,
    })
  }, [findings, foundBeside])

  useEffect(() => {
    const { hover } = useStore.getState()
    hover(current?.kind === 'part' && !current.beside ? current.entry.id : null)
    if (current)
      list.current
        ?.querySelector(`[data-hit="${CSS.escape(current.key)}"]`)
        ?.scrollIntoView({ block: 'nearest' })
    return () => hover(null)
  }, [current])

  function press(event: KeyboardEvent): void {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    if (event.key === 'Escape') closeFinder()
    else if (event.key in moves) setActive(Math.max(0, Math.min(hits.length - 1, at + moves[event.key])))
    else if (event.key === 'Enter' && current) take(current, beside?.show)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="finder" role="search" aria-label="Layers and networks" onKeyDown={press}>
      <div className="finder-head">
        <input
          ref={field}
          id={finderField}
          className="input"
          type="search"
          role="combobox"
          aria-label="Search layers and networks"
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-activedescendant={current && optionId(at)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Name, op, shape or network"
          value={query}
          onChange={(event) => {
            useFinder.setState({ query: event.target.value })
            setActive(0)
          }}
        />
        <button
          type="button"
          className="button quiet icon"
          aria-label="Close the search"
          onClick={() => closeFinder()}
        >
          <X aria-hidden size={18} />
        </button>
      </div>
      <p className="small-text soft" role="status">
        {query.trim() === ''
          ? 'Such as 3x3, 28x28x256, stride 2, concat, or resnet50.'
          : summary(
              [
                { title: names?.[0] ?? graph.architecture.title, count: findings.count },
                ...(names && foundBeside ? [{ title: names[1], count: foundBeside.count }] : []),
              ],
              findings.networks.length,
            )}
      </p>
      <div
        ref={list}
        id="search-hits"
        className="finder-hits"
        role="listbox"
        aria-label="Found"
        tabIndex={-1}
        hidden={hits.length === 0}
      >
        {shelves.map((shelf) => (
          <div key={shelf.title} role="group" aria-label={shelf.title}>
            <p className="finder-stage small-text soft" aria-hidden>
              {shelf.title}
            </p>
            {shelf.hits.map((hit) => {
              const index = hits.indexOf(hit)
              return (
                <div
                  key={hit.key}
                  id={optionId(index)}
                  data-hit={hit.key}
                  role="option"
                  aria-selected={index === at}
                  aria-description={wholeOf(hit)}
                  className={index === at ? 'hit active' : 'hit'}
                  // The field keeps the focus, and with it the keys.
                  onPointerDown={(event) => event.preventDefault()}
                  onPointerMove={() => setActive(index)}
                  onClick={() => take(hit, beside?.show)}
                >
                  {hit.kind === 'part' ? <PartHit entry={hit.entry} /> : <NetworkHit entry={hit.entry} />}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {hits.length > 0 && (
        // An option says it by itself to those who do not see it.
        <p className="small-text soft whole-count" aria-hidden>
          {current?.kind === 'part' && [current.entry.name, wholeOf(current)].filter(Boolean).join(': ')}
        </p>
      )}
      {!beside && findings.count > mostShown && (
        <p className="small-text soft">
          The best {mostShown} of {count(findings.count)} are listed; all are highlighted in the graph.
        </p>
      )}
    </div>
  )
}

function PartHit({ entry }: { readonly entry: PartEntry }) {
  const axes = useStore((state) => state.axes)
  const where = entry.id.slice(0, -entry.name.length - 1)
  return (
    <>
      <span className="hit-name">
        <b>
          <Breakable text={entry.name} />
        </b>{' '}
        {entry.label}
        {where !== '' && (
          <small className="soft">
            in <Breakable text={where} />
          </small>
        )}
      </span>
      <span>{formatShape(entry.part.shape, axes)}</span>
      <Params entry={entry} />
    </>
  )
}

function Params({ entry: { part, params } }: { readonly entry: PartEntry }) {
  if (params === null) return <span>–</span>
  if (params === 0) return <span>no params</span>
  return <span>{atLeast(short(params), isIncomplete(part))} params</span>
}

/** The whole count of what its line rounds. */
function wholeOf(hit: Hit): string | undefined {
  if (hit.kind === 'network' || !hit.entry.params) return undefined
  const { part, params } = hit.entry
  return atLeast(`${count(params)} parameters`, isIncomplete(part))
}

function NetworkHit({ entry }: { readonly entry: NetworkEntry }) {
  return (
    <>
      <span className="hit-name">
        <b>
          <Breakable text={entry.title} />
        </b>
      </span>
      <span>{entry.family}</span>
    </>
  )
}

interface Shelf {
  readonly title: string
  readonly hits: readonly Hit[]
}

/** At most `room` parts by their stages, named after the network where there are two of them, and all networks. */
function shelvesOf(
  { stages, networks }: Findings,
  room: number,
  of?: string,
  beside = false,
): readonly Shelf[] {
  const shelves: Shelf[] = []
  for (const { stage, parts } of stages) {
    if (room === 0) break
    const hits = parts.slice(0, room).map((entry): Hit => ({
      kind: 'part',
      key: beside ? `beside ${entry.id}` : entry.id,
      entry,
      beside,
    }))
    room -= hits.length
    shelves.push({ title: of === undefined ? stage : `${of}: ${stage}`, hits })
  }
  if (networks.length > 0)
    shelves.push({
      title: 'Networks',
      hits: networks.map((entry): Hit => ({ kind: 'network', key: `network ${entry.id}`, entry })),
    })
  return shelves
}

function summary(
  found: readonly { readonly title: string; readonly count: number }[],
  networks: number,
): string {
  const said = found
    .map(({ title, count: parts }, i) => {
      if (parts === 0) return `${i === 0 ? 'Nothing' : 'nothing'} in ${title}`
      return `${count(parts)} ${parts === 1 ? 'part' : 'parts'} of ${title}`
    })
    .join(', ')
  if (networks === 0) return `${said}.`
  return `${said}, ${networks} ${networks === 1 ? 'network' : 'networks'}.`
}

/** Goes to what was chosen. In the graph its box takes the focus, so that the arrow keys go on from there. */
function take(hit: Hit, showBeside?: (id: string) => void): void {
  const { choose, show } = useStore.getState()
  if (hit.kind === 'network') {
    choose(hit.entry.id)
    return closeFinder()
  }
  if (hit.beside) {
    closeFinder()
    return showBeside?.(hit.entry.id)
  }
  show(hit.entry.id)
  closeFinder()
  const box = `.diagram [data-id="${CSS.escape(hit.entry.id)}"]`
  focusWhenDrawn(box)
}

/** What has just been opened is drawn first, which on a slow device takes more than a frame; after `frames` it is given up. */
function focusWhenDrawn(box: string, frames = 120): void {
  requestAnimationFrame(() => {
    const drawn = document.querySelector<HTMLElement>(box)
    if (drawn) drawn.focus({ preventScroll: true })
    else if (frames > 1) focusWhenDrawn(box, frames - 1)
  })
}

function optionId(index: number): string {
  return `search-hit-${index}`
}
