import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Upload } from 'lucide-react'
import { Dialog } from '../../ui/Dialog'
import { FileButton } from '../../ui/FileButton'
import { count, short } from '../../ui/format'
import { catalogue, type Offer, search } from './catalogue'
import './networks.css'
import { useAdded, useTaking } from '../given/added'
import { useGiven } from '../given/given'
import { useStore } from '../state/store'
import { trainedBadge } from '../trained/badge'
import '../trained/badge.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every network by family; typing narrows the list, arrow keys walk through it. */
export function NetworkDialog({ open, onClose }: Props) {
  const chosen = useStore((state) => state.network)
  const choose = useStore((state) => state.choose)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      tall
      title="Choose a network"
      about={
        <>
          Depth is counted as in the paper; MACs are those of convolutions and fully connected layers for one
          image.{' '}
          <a className="link" href="#/gallery" onClick={onClose}>
            All networks as pictures
          </a>
          {' · '}
          <a className="link" href="#/measured" onClick={onClose}>
            What we measured
          </a>
        </>
      }
    >
      <NetworkList
        chosen={chosen}
        onTake={(id) => {
          choose(id)
          onClose()
        }}
        onLeave={onClose}
      />
    </Dialog>
  )
}

interface ListProps {
  readonly chosen: string | null
  readonly onTake: (id: string) => void
  /** A file was opened instead, which has a dialog of its own. */
  readonly onLeave: () => void
}

/** The list of all networks with its search field. */
export function NetworkList({ chosen, onTake: onKnown, onLeave }: ListProps) {
  const { taking, onTake } = useTaking(onKnown)
  const [text, setText] = useState('')
  const added = useAdded()
  const shelves = useMemo(() => search([...added, ...catalogue()], text), [added, text])
  const offers = useMemo(() => shelves.flatMap((shelf) => shelf.offers), [shelves])
  const [active, setActive] = useState(chosen)
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    offers.findIndex((offer) => offer.id === active),
  )
  const current: Offer | undefined = offers[at]

  const isNew = useRef(true)

  useEffect(() => {
    const block = isNew.current ? 'center' : 'nearest'
    isNew.current = false
    // The first one brings the title of its family into view.
    if (at === 0) list.current?.scrollTo(0, 0)
    else if (current) list.current?.querySelector(`#${optionId(current.id)}`)?.scrollIntoView({ block })
  }, [at, current])

  function press(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    if (event.key in moves) {
      event.preventDefault()
      const next = Math.max(0, Math.min(offers.length - 1, at + moves[event.key]))
      if (offers[next]) setActive(offers[next].id)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      onTake(current.id)
    }
  }

  return (
    <div className="network-list">
      <input
        className="input"
        type="search"
        role="combobox"
        aria-expanded
        aria-controls="networks"
        aria-activedescendant={current && optionId(current.id)}
        aria-label="Search networks"
        placeholder="Search by name, author or year"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        data-first
      />
      <FileButton
        className="small"
        multiple
        onFiles={(files) => {
          onLeave()
          useGiven.setState({ files })
        }}
      >
        <Upload aria-hidden size={14} /> Open a model file …
      </FileButton>
      <div className="networks" id="networks" role="listbox" aria-label="Networks" ref={list} tabIndex={-1}>
        {shelves.map(({ id, title, about, by, offers }) => (
          <div key={id} role="group" aria-label={title} className="shelf">
            {/* The group has its name; what sighted readers see of it is no option. */}
            <div className="shelf-head" aria-hidden>
              <b>{title}</b>
              <small>{by}</small>
            </div>
            <p className="small-text soft" aria-hidden>
              {about}
            </p>
            {offers.map((offer) => (
              <div
                key={offer.id}
                id={optionId(offer.id)}
                role="option"
                aria-selected={offer.id === chosen}
                aria-description={wholeOf(offer)}
                className={offer.id === current?.id ? 'offer active' : 'offer'}
                onClick={() => onTake(offer.id)}
                onPointerMove={() => setActive(offer.id)}
              >
                <span className="offer-title">
                  {offer.title}
                  {trainedBadge(offer.id) && <span className="trained-badge"> {trainedBadge(offer.id)}</span>}
                  {offer.id === chosen && <small> shown now</small>}
                </span>
                <span>{offer.depth} deep</span>
                <span>{short(offer.params)} params</span>
                <span>{short(offer.macs)} MACs</span>
              </div>
            ))}
          </div>
        ))}
        {taking && (
          <p className="empty" role="status">
            {taking}
          </p>
        )}
        {offers.length === 0 && (
          <p className="empty" role="presentation">
            No network has “{text}” in its name, its authors or its year.
          </p>
        )}
      </div>
      {/* An option says it by itself to those who do not see it. */}
      <p className="small-text soft whole-count" aria-hidden>
        {current && `${current.title}: ${wholeOf(current)}`}
      </p>
    </div>
  )
}

const wholeOf = ({ params, macs }: Offer) => `${count(params)} parameters, ${count(macs)} MACs`

function optionId(network: string): string {
  return `network-${network}`
}
