import { SquareArrowOutUpRight, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type RefObject, useEffect, useRef } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph, GraphNode } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import type { Hidden } from '../../nn/hidden'
import { withoutFilters } from '../../nn/unknown'
import type { Runs } from '../../runtime/runner'
import type { Wanted } from '../run/session'
import { useHiddenNumbers } from '../state/hiddenNumbers'
import { useStore } from '../state/store'
import { writeHash } from '../route/url'
import { FigureTool } from '../save/FigureTool'
import { closeCard, type Side, useCard } from './card'
import '../inspector/inspector.css'
import './card.css'
import { Facts } from './Facts'
import { LayerValues } from './LayerValues'
import { Sums } from './Sums'
import { layerIn, usePlace } from './usePlace'
import { Origin } from './Origin'
import { FamilyDot } from '../inspector/FamilyDot'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  /** Undefined where nothing runs: a lab's own network has shapes and counts alone. */
  readonly runs?: Runs<Wanted>
  readonly side: Side
  /** Counts how often a layer was chosen by a key: then the focus goes into the card. */
  readonly byKey: number
  /** Which network it is of, where another one stands beside it. */
  readonly network?: string
  readonly diagram: RefObject<DiagramHandle | null>
  readonly figure: RefObject<HTMLElement | null>
  /** Selects another layer of the same picture. */
  readonly onSelect: (id: string) => void
  readonly onClose?: () => void
  /** Groups that are open in the picture; those of the page unless given. */
  readonly expanded?: ReadonlySet<string>
  readonly hidden?: Hidden
}

/** Everything of a layer on a card beside the picture: its maps, its shape and sums, and how one value is made. */
export function LayerCard({ graph, node, runs, side, byKey, diagram, figure, onSelect, ...rest }: Props) {
  const { onClose = closeCard, expanded, network } = rest
  const { card, form } = usePlace(figure, diagram, side, graph, node, expanded)
  const title = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const ran = runs?.finished ?? null
  const waits = useHiddenNumbers(graph).get(node.id)
  const hidden = rest.hidden ?? waits
  const name = hidden === 'all' ? withoutFilters(nameOf(node)) : nameOf(node)

  useEffect(() => {
    if (byKey > 0) title.current?.focus({ preventScroll: true })
  }, [byKey])
  useEffect(() => {
    body.current?.scrollTo(0, 0)
  }, [node])

  function close() {
    onClose()
    layerIn(figure.current, side, node.id)?.focus({ preventScroll: true })
  }

  return (
    <Dialog.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <Dialog.Content
        className="layer-card"
        data-form={form}
        // Arrows, Space, Home and End belong to what is on the card; a clicker turns the slide.
        data-keys
        // Without maps and values it is no higher than its words.
        style={{ left: card.x, top: card.y, width: card.width, [runs ? 'height' : 'maxHeight']: card.height }}
        aria-describedby={undefined}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => event.preventDefault()}
        // The graph would close the group around the layer.
        onEscapeKeyDown={(event) => {
          event.stopPropagation()
          if (closedPopover()) event.preventDefault()
        }}
      >
        <header className="layer-card-head">
          <div>
            <p className="kicker">
              <FamilyDot family={node.family} />
              {opOf(node).title} ·{' '}
              <code>
                <Breakable text={node.id} />
              </code>
              {network !== undefined && ` · ${network}`}
            </p>
            <Dialog.Title ref={title} tabIndex={-1}>
              {name}
              {(ran?.trained ?? ran?.given) && (
                <>
                  {' '}
                  <span className="trained-badge">{ran?.given ? 'your weights' : 'trained'}</span>
                </>
              )}
            </Dialog.Title>
          </div>
          <FigureTool
            figure={() => body.current}
            title={`${name}, ${node.id} of ${graph.architecture.title}`}
            name={`${graph.architecture.id}-${node.id.replaceAll('/', '-')}`}
            link={runs && (() => addressOf(node.id, side))}
          />
          <Dialog.Close className="button quiet icon" aria-label="Close the card" title="Close (Esc)">
            <X aria-hidden size={20} />
          </Dialog.Close>
        </header>
        <div ref={body} className="layer-card-body" tabIndex={-1}>
          <Facts node={node} isInput={node.id === graph.input} hidden={hidden} />
          {hidden ? (
            <p className="soft">
              A question on this slide asks for numbers that its maps and sums would give away. They appear
              once you have answered it.
            </p>
          ) : (
            <>
              {runs && (
                <LayerValues key={node.id} graph={graph} node={node} runs={runs} onSelect={onSelect} />
              )}
              {node.id !== graph.input && <Origin graph={graph} finished={ran} />}
              <Sums node={node} />
            </>
          )}
          {runs && side === 'left' && <ExplorerLink node={node.id} />}
        </div>
      </Dialog.Content>
    </Dialog.Root>
  )
}

/** What is written on the layer; a sign is said. */
function nameOf(node: GraphNode): string {
  return /\p{L}/u.test(node.label) ? node.label : opOf(node).title
}

/** Closes what is open on the card; false where nothing is. */
function closedPopover(): boolean {
  const popover = document.querySelector<HTMLElement>('.layer-card :popover-open')
  popover?.hidePopover()
  return popover !== null
}

/** The same layer on the page of the network, on the same image and at the same value. */
function addressOf(node: string, side: Side): string {
  const { place } = useCard.getState()
  const unit = side === 'left' && place?.node === node ? place.unit : null
  return new URL(writeHash({ ...useStore.getState(), unit }), location.href).href
}

/** Leads to the same layer on the page of the network, on the same image and at the same value. */
function ExplorerLink({ node }: { readonly node: string }) {
  const place = useCard((state) => state.place)
  const unit = place?.node === node ? place.unit : null
  const href = useStore((state) => writeHash({ ...state, unit }))
  return (
    <p data-not-saved>
      <a className="button" href={href}>
        <SquareArrowOutUpRight aria-hidden size={16} /> Open in the explorer
      </a>
    </p>
  )
}
